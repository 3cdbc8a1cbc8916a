package dev.relogrid.web.project;

import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.PolicyProfiles;
import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.matrix.project.Verdicts;
import dev.relogrid.matrix.project.Verdicts.Found;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.matrix.run.RunRequest;
import dev.relogrid.matrix.run.Runs;
import dev.relogrid.matrix.run.Submitted;
import dev.relogrid.policy.Fleet;
import dev.relogrid.policy.FleetCoverage;
import dev.relogrid.policy.Releasable;
import dev.relogrid.policy.Releasable.Candidate;
import dev.relogrid.web.security.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks for answers about objects of projects, and has them judged where there are none. */
@Component
final class Asking {
    private final Verdicts verdicts;
    private final PolicyProfiles profiles;
    private final Objects objects;
    private final Runs runs;
    private final Access access;

    Asking(Verdicts verdicts, PolicyProfiles profiles, Objects objects, Runs runs, Access access) {
        this.verdicts = verdicts;
        this.profiles = profiles;
        this.objects = objects;
        this.runs = runs;
        this.access = access;
    }

    /** With the present answer: judged now where that is quick, else queued. */
    Member now(InForce policy, String path, StoredObject object) {
        Optional<Found> present = verdicts.present(policy, object);
        return present.isPresent() ? answered(path, object, present) : submit(policy, path, object);
    }

    /** With the present answer or else the newest; judged only where there is none at all. */
    List<Member> newest(InForce policy, List<RefObject> current) {
        List<Member> members = new ArrayList<>();
        for (RefObject each : current) {
            StoredObject object = objects.get(each.objectId());
            Optional<Found> newest = verdicts.newest(policy, object);
            members.add(
                    newest.isPresent() ? answered(each.path(), object, newest) : submit(policy, each.path(), object));
        }
        return members;
    }

    /** With the answer there is, and never judged. */
    Member past(InForce policy, RefObject past) {
        StoredObject object = objects.get(past.objectId());
        return answered(past.path(), object, verdicts.newest(policy, object));
    }

    /** With the answer there was on a state of the archive. */
    Member on(InForce policy, String path, StoredObject object, long snapshotId) {
        Optional<Found> then = verdicts.on(policy, object, snapshotId);
        return then.isPresent()
                ? answered(path, object, then)
                : new Member(path, object, null, null, "was not judged on the archive of that time");
    }

    private static Member answered(String path, StoredObject object, Optional<Found> found) {
        return new Member(path, object, found.orElse(null), null, null);
    }

    private Member submit(InForce policy, String path, StoredObject object) {
        try {
            Submitted submitted = runs.checkOrQueue(RunRequest.check(
                    object,
                    profiles.of(policy.policy(), object),
                    RunRequest.PERSON,
                    access.caller().name()));
            Analysis analysis = submitted.analysis();
            return analysis == null
                    ? new Member(path, object, null, submitted.run().id().toString(), null)
                    : answered(path, object, Optional.of(new Found(analysis, true)));
        } catch (BadProfile e) {
            return new Member(path, object, null, null, "cannot be loaded as the policy says: " + e.getMessage());
        }
    }

    /** Whether those that have an answer may be released together; nothing of the others. */
    Releasable together(InForce policy, List<Member> members, boolean strict) {
        List<Candidate> candidates = new ArrayList<>();
        for (Member member : members) {
            Found found = member.found();
            if (found != null) {
                candidates.add(new Candidate(member.path(), verdicts.verdict(policy, found.analysis())));
            }
        }
        return Releasable.of(candidates, strict);
    }

    /** What the policy makes of one that has an answer. */
    Optional<Releasable> alone(InForce policy, Member member) {
        return member.found() == null ? Optional.empty() : Optional.of(together(policy, List.of(member), false));
    }

    /** A fleet's machines on which all of them work; a fleet without machines says nothing. */
    static Optional<FleetCoverage> coverage(Fleet fleet, Releasable answer) {
        return fleet.total() == 0 ? Optional.empty() : Optional.of(fleet.cover(answer.standings()));
    }
}
