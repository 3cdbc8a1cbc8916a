package dev.relogrid.matrix.analysis;

import dev.relogrid.engine.verdict.Verdict;
import java.util.Map;

/**
 * An answer in numbers.
 *
 * @param counts how many kernels have each verdict, from best to worst; verdicts that none has are left out
 * @param unanswered how many kernels could not be read
 */
public record Summary(Map<Verdict, Integer> counts, int unanswered) {}
