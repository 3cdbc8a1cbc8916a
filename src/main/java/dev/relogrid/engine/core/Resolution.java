package dev.relogrid.engine.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one relocation comes to on one kernel, before the instruction is looked at. Resolved and absent are both fine
 * with libbpf; ambiguous and rejected fail the whole object.
 */
public sealed interface Resolution {

    /** The access in local types; null only when the record itself was refused. */
    @Nullable
    AccessSpec local();

    /** The types it was held against, in libbpf's order. */
    List<CandidateMatch> candidates();

    /** How many of them were seen to match. */
    default int matches() {
        int count = 0;
        for (CandidateMatch candidate : candidates()) {
            count += Boolean.TRUE.equals(candidate.match()) ? 1 : 0;
        }
        return count;
    }

    /**
     * All matching candidates agree.
     *
     * @param target the access in the first of them; null for local_type_id, which looks for none
     */
    record Resolved(
            @Nullable AccessSpec local,
            List<CandidateMatch> candidates,
            @Nullable CandidateMatch target,
            ReloValue value)
            implements Resolution {}

    /** No candidate matches: existence answers are 0, everything that would need the field is poisoned. */
    record Absent(@Nullable AccessSpec local, List<CandidateMatch> candidates, ReloValue value) implements Resolution {}

    /** Two matching candidates disagree. */
    record Ambiguous(@Nullable AccessSpec local, List<CandidateMatch> candidates, String why) implements Resolution {}

    /**
     * libbpf gives up.
     *
     * @param search whether it did so before any candidate was tried
     * @param errno positive number
     * @param why a clause about the relocation
     */
    record Rejected(@Nullable AccessSpec local, List<CandidateMatch> candidates, boolean search, int errno, String why)
            implements Resolution {}
}
