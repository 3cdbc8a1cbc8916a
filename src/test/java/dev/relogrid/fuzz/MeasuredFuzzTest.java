package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.archive.FuzzedMeasurements;

/** What kernels said when they were asked, as it is kept, and changed. */
final class MeasuredFuzzTest {
    @FuzzTest
    void ask(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> FuzzedMeasurements.ask(data));
    }
}
