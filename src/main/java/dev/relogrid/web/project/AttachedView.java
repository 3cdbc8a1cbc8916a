package dev.relogrid.web.project;

import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.policy.Releasable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object a ref has or had.
 *
 * @param path what the project calls it
 * @param commit what it was built from; null when nobody said
 * @param until null while no other has taken its place
 * @param headline what the policy makes of it, one sentence; null when there is no answer
 * @param kernels how its required kernels stand; null when there is no answer
 * @param outdated whether the answer is of an earlier archive or engine
 * @param run the run that will have an answer; null when none is under way
 * @param refusal why there is no answer and will be none, a clause; null when there may be one
 */
record AttachedView(
        String id,
        String path,
        String sha256,
        @Nullable String commit,
        Instant since,
        @Nullable Instant until,
        @Nullable String headline,
        @Nullable TallyView kernels,
        boolean outdated,
        @Nullable String run,
        @Nullable String refusal) {

    static AttachedView of(RefObject attached, Member member, Optional<PolicyVerdict> answer) {
        return new AttachedView(
                Long.toString(attached.id()),
                attached.path(),
                member.object().sha256(),
                attached.commit(),
                attached.since(),
                attached.until(),
                answer.map(Releasable::headline).orElse(null),
                answer.map(PolicyVerdict::required).map(TallyView::of).orElse(null),
                member.found() != null && !member.found().present(),
                member.run() == null ? null : "/api/v1/runs/" + member.run(),
                member.refusal());
    }
}
