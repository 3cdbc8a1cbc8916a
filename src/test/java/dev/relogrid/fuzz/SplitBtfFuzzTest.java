package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.btf.Btf;

/** BTF of a module: over a fixed kernel, and, when the input happens to stand alone too, over itself. */
final class SplitBtfFuzzTest {
    private static final Btf KERNEL = Samples.kernel().build();

    @FuzzTest
    void parse(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> over(KERNEL, data));
        Target.mayBeMalformed(() -> over(Btf.parse(Target.bytes(data)), data));
    }

    private static void over(Btf base, byte[] data) {
        Btf module = Btf.parseSplit(Target.bytes(data), base);
        module.buildIndex();
        Target.touch(module);
    }
}
