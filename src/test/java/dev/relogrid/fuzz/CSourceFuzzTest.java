package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.c.CSource;

/** Types printed as C, alone and with all they need. */
final class CSourceFuzzTest {

    @FuzzTest
    void print(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> {
            Btf btf = Btf.parse(Target.bytes(data));
            for (int id = 1; id < Math.min(btf.typeCount(), 40); id++) {
                int type = id;
                Target.mayBeMalformed(() -> CSource.of(btf, type));
                Target.mayBeMalformed(() -> CSource.withDependencies(btf, type));
            }
        });
    }
}
