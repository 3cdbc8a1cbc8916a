package dev.relogrid.engine.verdict;

import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * A relocation that did not end well, with what a verdict is made of. Refers to nothing of the kernel, and says nothing
 * that is true of one kernel alone, such as ids of its types: kernels with the same setbacks have the same verdict.
 *
 * @param relocation the relocation
 * @param status {@link Status#ERROR} or {@link Status#POISONED}
 * @param why as {@link RelocationResult#why}
 * @param cause as {@link Explanations#cause}
 */
record Setback(RelocationRecord relocation, Status status, String why, String cause) {

    static boolean is(RelocationResult result) {
        return result.status() == Status.ERROR || result.status() == Status.POISONED;
    }

    static Setback of(RelocationResult result) {
        return new Setback(result.record(), result.status(), result.why(), Explanations.cause(result));
    }

    /** Those among the results, in their order. */
    static List<Setback> among(List<RelocationResult> results) {
        List<Setback> setbacks = new ArrayList<>();
        for (RelocationResult result : results) {
            if (is(result)) {
                setbacks.add(of(result));
            }
        }
        return setbacks;
    }

    /**
     * Whether two lists say the same. The equality that records come with is put together at run time, and would take
     * some milliseconds of every cold start.
     */
    static boolean same(List<Setback> some, List<Setback> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            Setback one = some.get(i);
            Setback other = others.get(i);
            if (one.relocation.number() != other.relocation.number()
                    || one.status != other.status
                    || !one.why.equals(other.why)
                    || !one.cause.equals(other.cause)) {
                return false;
            }
        }
        return true;
    }
}
