package dev.relogrid.web.project;

import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.PolicyProfiles;
import dev.relogrid.matrix.project.Verdicts;
import dev.relogrid.matrix.project.Verdicts.Found;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.matrix.run.RunRequest;
import dev.relogrid.matrix.run.Runs;
import dev.relogrid.matrix.run.Submitted;
import dev.relogrid.policy.Fleet;
import dev.relogrid.policy.FleetCoverage;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.policy.Releasable;
import dev.relogrid.policy.Releasable.Candidate;
import dev.relogrid.web.security.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for answers about objects of projects, and has them judged where there are none. */
@Component
final class Asking {
    private final Verdicts verdicts;
    private final PolicyProfiles profiles;
    private final Runs runs;
    private final Access access;

    Asking(Verdicts verdicts, PolicyProfiles profiles, Runs runs, Access access) {
        this.verdicts = verdicts;
        this.profiles = profiles;
        this.runs = runs;
        this.access = access;
    }

    /** With the present answers: judged now where that is quick, else queued. */
    List<Member> now(InForce policy, List<Named> named) {
        return members(policy, named, verdicts.present(policy, objects(named)));
    }

    /** With the present answers or else the newest; judged only where there is none at all. */
    List<Member> newest(InForce policy, List<Named> named) {
        return members(policy, named, verdicts.newest(policy, objects(named)));
    }

    private List<Member> members(InForce policy, List<Named> named, Map<Long, Found> found) {
        return named.stream()
                .map(each -> found.containsKey(each.object().id()) ? answered(each, found) : submit(policy, each))
                .toList();
    }

    /** With the answers there are, and never judged. */
    List<Member> past(InForce policy, List<Named> named) {
        Map<Long, Found> found = verdicts.newest(policy, objects(named));
        return named.stream().map(each -> answered(each, found)).toList();
    }

    /** With the answers there were on a state of the archive. */
    List<Member> on(InForce policy, List<Named> named, long snapshotId) {
        Map<Long, Found> then = verdicts.on(policy, objects(named), snapshotId);
        return named.stream()
                .map(each -> then.containsKey(each.object().id())
                        ? answered(each, then)
                        : new Member(each, null, null, "was not judged on the archive of that time"))
                .toList();
    }

    private static List<StoredObject> objects(List<Named> named) {
        return named.stream().map(Named::object).toList();
    }

    private static Member answered(Named named, Map<Long, Found> found) {
        return new Member(named, found.get(named.object().id()), null, null);
    }

    private Member submit(InForce policy, Named named) {
        try {
            StoredObject object = named.object();
            Submitted submitted = runs.checkOrQueue(RunRequest.check(
                    object,
                    profiles.of(policy.policy(), object),
                    RunRequest.PERSON,
                    access.caller().name()));
            Analysis analysis = submitted.analysis();
            return analysis == null
                    ? new Member(named, null, submitted.run().id().toString(), null)
                    : new Member(named, new Found(analysis, true), null, null);
        } catch (BadProfile e) {
            return new Member(named, null, null, "cannot be loaded as the policy says: " + e.getMessage());
        }
    }

    /** Whether those that have an answer may be released together; nothing of the others. */
    Releasable together(InForce policy, List<Member> members, boolean strict) {
        Map<Long, PolicyVerdict> made = made(policy, members);
        return Releasable.of(
                members.stream()
                        .flatMap(member -> candidate(member, made).stream())
                        .toList(),
                strict);
    }

    /** What the policy makes of each by itself; empty for one that has no answer. */
    List<Optional<PolicyVerdict>> each(InForce policy, List<Member> members) {
        Map<Long, PolicyVerdict> made = made(policy, members);
        return members.stream()
                .map(member -> candidate(member, made).map(Candidate::verdict))
                .toList();
    }

    private Map<Long, PolicyVerdict> made(InForce policy, List<Member> members) {
        List<Analysis> answers = new ArrayList<>();
        for (Member member : members) {
            if (member.found() != null) {
                answers.add(member.found().analysis());
            }
        }
        return verdicts.verdicts(policy, answers);
    }

    private static Optional<Candidate> candidate(Member member, Map<Long, PolicyVerdict> made) {
        return Optional.ofNullable(member.found())
                .map(found -> new Candidate(
                        member.path(),
                        Objects.requireNonNull(made.get(found.analysis().id()), "was asked for")));
    }

    /** A fleet's machines on which all of them work; a fleet without machines says nothing. */
    static Optional<FleetCoverage> coverage(Fleet fleet, Releasable answer) {
        return fleet.total() == 0 ? Optional.empty() : Optional.of(fleet.cover(answer.standings()));
    }
}
