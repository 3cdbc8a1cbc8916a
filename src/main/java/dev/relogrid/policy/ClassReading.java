package dev.relogrid.policy;

import dev.relogrid.engine.verdict.Verdict;
import java.util.List;

/**
 * What a policy makes of an answer that many kernels give.
 *
 * @param effective what is left of the verdict
 * @param counting indexes of causes that count, none of them only guarded
 * @param ignored indexes of causes that are accepted
 * @param accepted whether anything is
 * @param switchedOff programs and maps that are not counted, because their alternatives do better
 */
record ClassReading(
        Verdict effective, List<Integer> counting, List<Integer> ignored, boolean accepted, List<String> switchedOff) {

    /** What a kernel counts as: what is accepted never fails, and is no pass either. */
    Standing standing(Verdict failOn) {
        Standing standing = Standing.of(effective, failOn);
        return accepted ? standing.worst(Standing.WARN) : standing;
    }
}
