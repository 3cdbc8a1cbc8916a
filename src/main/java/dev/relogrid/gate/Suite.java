package dev.relogrid.gate;

import dev.relogrid.policy.Releasable;
import dev.relogrid.policy.Releasable.Candidate;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Tally;
import dev.relogrid.report.Provenance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are released together, and what was found of them: one answer, one report, one comment.
 *
 * @param name what the suite is called where there can be several; empty for the only one
 * @param members in the order they were named
 * @param unread those of which there is no answer
 * @param policy what the policy in force is called; empty for none
 * @param against what it is compared with; empty for nothing
 * @param removed names of objects that were there before and are not now
 * @param provenance what the answer depends on besides; null when not known
 */
public record Suite(
        String name,
        List<Member> members,
        List<Unread> unread,
        String policy,
        String against,
        List<String> removed,
        @Nullable Provenance provenance) {

    public Suite {
        members = List.copyOf(members);
        unread = List.copyOf(unread);
        removed = List.copyOf(removed);
    }

    /** One object by itself. */
    public static Suite of(Member member, @Nullable Provenance provenance) {
        return new Suite("", List.of(member), List.of(), "", "", List.of(), provenance);
    }

    /** What it comes to: one that fails is enough, whatever could not be answered besides. */
    public Outcome outcome() {
        boolean open = !unread.isEmpty() || members.isEmpty();
        for (Member member : members) {
            Outcome outcome = member.outcome();
            if (outcome == Outcome.FAIL) {
                return Outcome.FAIL;
            }
            open |= outcome == Outcome.NO_ANSWER;
        }
        return open ? Outcome.NO_ANSWER : Outcome.PASS;
    }

    /** Whether it is compared with what was before. */
    public boolean isCompared() {
        return !against.isEmpty();
    }

    /** Members that fail. */
    public List<Member> failing() {
        return members.stream()
                .filter(member -> member.outcome() == Outcome.FAIL)
                .toList();
    }

    /** How required kernels stand, each as its worst object. */
    public Tally kernels() {
        List<Candidate> candidates = new ArrayList<>();
        members.forEach(member -> candidates.add(new Candidate(member.name(), member.verdict())));
        return Tally.of(Releasable.worst(candidates), Role.REQUIRED);
    }

    /** How many kernels went each way, each as its worst object; ways none went are missing. */
    public Map<Shift, Integer> shifts() {
        Map<String, Shift> worst = new HashMap<>();
        for (Member member : members) {
            if (member.delta() != null) {
                member.delta()
                        .kernels()
                        .forEach((kernel, shift) -> worst.merge(kernel, shift, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }
        Map<Shift, Integer> counts = new EnumMap<>(Shift.class);
        worst.values().forEach(shift -> counts.merge(shift, 1, Integer::sum));
        return counts;
    }

    /** One sentence without a full stop: what it comes to. */
    public String headline() {
        return Headline.of(this);
    }
}
