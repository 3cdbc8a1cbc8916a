package dev.relogrid.report;

import java.util.List;

/**
 * A cause with all kernels of a report where it is so.
 *
 * @param cause its index in {@link Report#causes}
 * @param card the cause itself
 * @param kernels ids, in the report's order
 * @param has what kernels have instead, each once, the most frequent first
 * @param whys what is said of why it is so, each once, the most frequent first; none when nothing is
 * @param programs indexes into {@link Subject#programs} of those affected on any kernel
 */
public record Sighting(
        int cause, CauseCard card, List<String> kernels, List<String> has, List<String> whys, List<Integer> programs) {}
