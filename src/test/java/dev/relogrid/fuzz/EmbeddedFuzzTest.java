package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.embedded.FuzzedContents;

/** A file that may have objects inside: a program, an archive, a package. */
final class EmbeddedFuzzTest {
    @FuzzTest
    void find(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> FuzzedContents.lookInto(data));
    }
}
