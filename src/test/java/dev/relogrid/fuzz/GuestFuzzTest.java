package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.vm.FuzzedGuest;

/** A guest that says what it likes. */
final class GuestFuzzTest {
    @FuzzTest
    void listen(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> FuzzedGuest.listenTo(data));
    }
}
