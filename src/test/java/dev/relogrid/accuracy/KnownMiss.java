package dev.relogrid.accuracy;

import dev.relogrid.accuracy.Agreement.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the engine says of some programs that they load, and a booted kernel refused them: all that is known of, by what
 * it is about. Whatever is not among these is a fault of ours.
 *
 * @param end how the kernel refused them
 * @param reason a part of what the kernel said
 * @param why the engine does not know
 */
record KnownMiss(BootedEnd end, String reason, String why) {
    static final List<KnownMiss> ALL = List.of(
            new KnownMiss(
                    BootedEnd.VERIFIER,
                    "R4 ",
                    "the bounds of an index, which the compiler checked on a copy that the verifier does not connect with it"),
            new KnownMiss(
                    BootedEnd.VERIFIER,
                    "dereference of modified ctx ptr",
                    "which parameter is read is computed, and this verifier wants its place in the instruction"),
            new KnownMiss(
                    BootedEnd.VERIFIER,
                    "R1 invalid mem access 'scalar'",
                    "a pointer that was kept on the stack is but a number to this verifier"));

    /** The one that covers a cell; null when none does. */
    static @Nullable KnownMiss of(Cell cell) {
        for (KnownMiss miss : ALL) {
            if (miss.end == cell.tried().end() && cell.tried().reason().contains(miss.reason)) {
                return miss;
            }
        }
        return null;
    }
}
