package dev.relogrid.web.project;

import dev.relogrid.policy.FleetCoverage;
import dev.relogrid.policy.Releasable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be released.
 *
 * @param releasable yes or no; no as long as anything is pending
 * @param headline one sentence
 * @param reasons why not, sentences; none when yes
 * @param kernels how the required kernels stand, each as its worst object
 * @param nodes the same in machines of the project's fleet; null without one
 * @param objects what it is about
 * @param pending paths of those that are not judged yet
 * @param at the day that decides which accepted causes still are
 */
record ReleasableView(
        boolean releasable,
        String headline,
        List<String> reasons,
        TallyView kernels,
        @Nullable NodesView nodes,
        List<ReleaseObjectView> objects,
        List<String> pending,
        String at) {

    /**
     * One of the objects.
     *
     * @param engine the engine that judged it; null while nobody has
     * @param run where its answer can be waited for; null when no run is under way
     */
    record ReleaseObjectView(
            String path,
            String sha256,
            @Nullable String engine,
            @Nullable String run) {
        static ReleaseObjectView of(Member member) {
            return new ReleaseObjectView(
                    member.path(),
                    member.object().sha256(),
                    member.found() == null ? null : member.found().analysis().engine(),
                    member.run() == null ? null : "/api/v1/runs/" + member.run());
        }
    }

    static ReleasableView of(List<Member> members, Releasable answer, Optional<FleetCoverage> coverage, When when) {
        List<String> pending = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Member member : members) {
            if (member.refusal() != null) {
                refused.add(member.path() + " " + member.refusal() + ".");
            } else if (member.found() == null) {
                pending.add(member.path());
            }
        }
        List<String> reasons = new ArrayList<>(refused);
        if (members.isEmpty() || members.stream().anyMatch(member -> member.found() != null)) {
            reasons.addAll(answer.reasons());
        }
        return new ReleasableView(
                reasons.isEmpty() && pending.isEmpty(),
                headline(pending, refused, answer),
                reasons,
                TallyView.of(answer.kernels()),
                coverage.map(NodesView::of).orElse(null),
                members.stream().map(ReleaseObjectView::of).toList(),
                pending,
                when.today().toString());
    }

    private static String headline(List<String> pending, List<String> refused, Releasable answer) {
        if (!refused.isEmpty()) {
            return "No: " + refused.getFirst();
        }
        return pending.isEmpty() ? answer.headline() : "Not judged yet: " + String.join(", ", pending) + ".";
    }
}
