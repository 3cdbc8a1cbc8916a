package dev.relogrid.engine.history;

import java.util.List;

/**
 * What a kernel says to a {@link Question}; equal answers are one answer. Nothing of the kernel is in it.
 *
 * @param status whether the thing is there
 * @param text what it is in words or C, as {@code struct timespec64 i_ctime}; where it is not there, why
 * @param similar where it is not there, what of a similar name is, as in {@code text}
 * @param names the names alone of {@code similar}
 * @param module the module that has it; empty for the kernel itself
 */
public record Answer(Status status, String text, List<String> similar, List<String> names, String module) {

    /** Of what the kernel itself has not, and modules may have that are not known. */
    static final Answer PERHAPS_IN_A_MODULE =
            of(Status.UNKNOWN, "not in the kernel itself; other kernels have it in a module");

    /** Whether something is there. */
    public enum Status {
        PRESENT,
        ABSENT,
        /** A function of which compilers left only parts. */
        INLINED,
        /** The archive does not know. */
        UNKNOWN
    }

    public Answer {
        similar = List.copyOf(similar);
        names = List.copyOf(names);
    }

    static Answer present(String text, String module) {
        return new Answer(Status.PRESENT, text, List.of(), List.of(), module);
    }

    static Answer of(Status status, String text) {
        return new Answer(status, text, List.of(), List.of(), "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && status == answer.status
                && text.equals(answer.text)
                && similar.equals(answer.similar)
                && module.equals(answer.module);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + similar.hashCode();
    }
}
