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
                    "the bounds of a length, which the verifier follows through arithmetic and its kernel's compilers do not keep"),
            new KnownMiss(
                    BootedEnd.VERIFIER,
                    "invalid bpf_context access",
                    "the tracepoint has fewer parameters than the program reads, as a stable release took one away;"
                            + " the program goes by the version"),
            new KnownMiss(
                    BootedEnd.VERIFIER,
                    "dereference of modified ctx ptr",
                    "the compiler made one access to two different parameters"),
            new KnownMiss(
                    BootedEnd.VERIFIER,
                    "R1 invalid mem access",
                    "the tracepoint's parameter is a number where the program takes it for a pointer"),
            new KnownMiss(
                    BootedEnd.MAP_REFUSED,
                    "map 'cgroup_hash'",
                    "a map of maps of which the loader says what they are; the guest did not"));

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
