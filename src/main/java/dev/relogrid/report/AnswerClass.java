package dev.relogrid.report;

import dev.relogrid.engine.verdict.Verdict;
import java.util.List;

/**
 * What is said of an object on all kernels that answer alike.
 *
 * @param verdict the word for the whole object
 * @param reason one clause; empty when all is well
 * @param programs one for each of {@link Subject#programs}, in their order
 * @param found what did not end well
 */
public record AnswerClass(Verdict verdict, String reason, List<ProgramAnswer> programs, List<Found> found) {

    /** What is said of one program; {@code reason} is a clause, empty when all is well. */
    public record ProgramAnswer(Verdict verdict, String reason) {}

    /**
     * A cause as it shows on these kernels.
     *
     * @param cause index into {@link Report#causes}
     * @param has what the kernels have instead, a clause
     * @param why why it is reached, what keeps the verifier from it, or what decides; empty when there is nothing to say
     * @param programs indexes into {@link Subject#programs} of those it is so for
     */
    public record Found(int cause, String has, String why, List<Integer> programs) {}
}
