package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.btf.Btf;

/** BTF that stands alone: parsed, indexed, every type printed. */
final class BtfFuzzTest {

    @FuzzTest
    void parse(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> {
            Btf btf = Btf.parse(Target.bytes(data));
            btf.buildIndex();
            Target.touch(btf);
        });
    }
}
