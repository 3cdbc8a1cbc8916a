package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.btf.BtfExt;

/** The outline of .BTF.ext and its records. */
final class BtfExtFuzzTest {

    @FuzzTest
    void parse(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> {
            BtfExt ext = BtfExt.parse(Target.bytes(data));
            long records = ext.functions().stream()
                            .mapToLong(s -> s.records().size())
                            .sum()
                    + ext.lines().stream().mapToLong(s -> s.records().size()).sum()
                    + ext.relocations().stream()
                            .mapToLong(s -> s.records().size())
                            .sum();
            if (records * 8 > 3L * data.length) {
                throw new IllegalStateException("more records than bytes");
            }
        });
    }
}
