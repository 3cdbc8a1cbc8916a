package dev.relogrid.matrix.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run.
 *
 * @param seq from 1, without gaps
 * @param kind {@code cell}, {@code progress} or {@code done}, which is the last
 * @param body JSON: one of the records here
 */
public record RunEvent(int seq, String kind, Instant at, String body) {

    /** Kernels answered, of how many. */
    record Progress(int done, int total) {}

    /**
     * Kernels that answer alike.
     *
     * @param programs one letter for each program, as in a matrix
     * @param kernels how many they are
     */
    record AnsweredCell(int answerClass, String verdict, String programs, int kernels, String reason) {}

    /**
     * What a booted kernel did with a program.
     *
     * @param predicted what was said of it, null when nothing was
     * @param agrees null where the two cannot be held against each other
     */
    record BootedCell(
            String kernel,
            String program,
            String outcome,
            String detail,
            @Nullable String predicted,
            @Nullable Boolean agrees) {}

    /** How it ended; {@code analysis} is the answer's id, {@code error} a sentence. */
    record Done(
            String state,
            @Nullable String analysis,
            @Nullable String error) {}
}
