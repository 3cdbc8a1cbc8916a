package dev.relogrid.web.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are still being judged.
 *
 * @param outcome always {@code pending}
 * @param pending those without an answer
 */
record SuitePendingView(String outcome, List<PendingObjectView> pending) {
    static final String OUTCOME = "pending";

    /**
     * One of them.
     *
     * @param ref where it is: the ref that was asked about, or the one it is compared with
     * @param run where its answer can be waited for
     */
    record PendingObjectView(
            String ref,
            String path,
            String sha256,
            @Nullable String run) {}

    static SuitePendingView of(SuiteMembers... all) {
        List<PendingObjectView> pending = new ArrayList<>();
        for (SuiteMembers members : all) {
            for (Member member : members.pending()) {
                pending.add(new PendingObjectView(
                        members.ref(),
                        member.path(),
                        member.object().sha256(),
                        member.run() == null ? null : "/api/v1/runs/" + member.run()));
            }
        }
        return new SuitePendingView(OUTCOME, pending);
    }
}
