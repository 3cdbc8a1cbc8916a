package dev.relogrid.web.api;

import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.Snapshots;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.run.RunRequest;
import dev.relogrid.matrix.run.Runs;
import dev.relogrid.matrix.run.Submitted;
import dev.relogrid.report.Report;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.security.Access;
import dev.relogrid.web.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Gets answers about objects: the one place that decides whether somebody waits for one. */
@Component
final class Answering {
    private final Analyses analyses;
    private final LoadProfiles profiles;
    private final Snapshots snapshots;
    private final Runs runs;
    private final Access access;

    Answering(Analyses analyses, LoadProfiles profiles, Snapshots snapshots, Runs runs, Access access) {
        this.analyses = analyses;
        this.profiles = profiles;
        this.snapshots = snapshots;
        this.runs = runs;
        this.access = access;
    }

    /** An answer, or the run that will have it. */
    sealed interface Answer {}

    /**
     * The answer.
     *
     * @param columns ids of the kernels that were asked for, in the archive's order
     * @param report about these
     */
    record Ready(Analysis analysis, List<String> columns, Report report) implements Answer {}

    /** It takes longer: {@code run} can be followed. */
    record Queued(String run) implements Answer {}

    /**
     * Judges, or reads what was judged before.
     *
     * @throws ApiException when the object cannot be loaded as asked, or an earlier state of the archive is meant on
     *     which nobody asked about it
     * @throws dev.relogrid.archive.ArchiveProblem when no kernel is meant
     */
    Answer answer(StoredObject object, Chosen chosen, Asked asked) {
        List<String> names = snapshots.names(chosen.snapshot().id());
        Predicate<String> wanted = chosen.wanted(names);
        LoadProfile profile = profile(asked);
        Optional<Analysis> known = chosen.isPresent()
                ? analyses.find(object, chosen.now(), profile)
                : Optional.of(earlier(object, chosen, profile));
        if (known.isPresent()) {
            return ready(known.get(), names, chosen, wanted);
        }
        if (!isStandard(asked) && !access.caller().has(Scope.UPLOAD)) {
            throw unasked();
        }
        Submitted submitted = submit(object, profile);
        Analysis analysis = submitted.analysis();
        return analysis == null ? new Queued(submitted.run().id().toString()) : ready(analysis, names, chosen, wanted);
    }

    /** Every other setting is a row that stays, so who may only read is given what is there. */
    private LoadProfile profile(Asked asked) {
        if (isStandard(asked) || access.caller().has(Scope.UPLOAD)) {
            return profiles.of(asked.presets(), asked.autoload());
        }
        return profiles.find(asked.presets(), asked.autoload()).orElseThrow(Answering::unasked);
    }

    private static boolean isStandard(Asked asked) {
        return asked.presets().isEmpty() && asked.autoload().isEmpty();
    }

    private static ApiException unasked() {
        return new ApiException(
                ApiProblem.FORBIDDEN,
                "nobody asked about this object with these settings yet, which wants a token of the scope upload");
    }

    private Ready ready(Analysis analysis, List<String> names, Chosen chosen, Predicate<String> wanted) {
        Report whole = analyses.report(analysis);
        return chosen.query() == null
                ? new Ready(analysis, names, whole)
                : new Ready(analysis, names.stream().filter(wanted).toList(), whole.on(wanted));
    }

    private Analysis earlier(StoredObject object, Chosen chosen, LoadProfile profile) {
        return analyses.on(object, chosen.snapshot().id(), profile)
                .orElseThrow(() -> new ApiException(
                        ApiProblem.NOT_FOUND,
                        "nobody asked about this object while the archive was in that state, which is past: leave out"
                                + " 'archive' to hold it against the present one"));
    }

    private Submitted submit(StoredObject object, LoadProfile profile) {
        Caller caller = access.caller();
        int priority = caller.kind().equals("token") ? RunRequest.CI : RunRequest.PERSON;
        try {
            return runs.checkOrQueue(RunRequest.check(object, profile, priority, caller.name()));
        } catch (BadProfile e) {
            throw new ApiException(ApiProblem.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** What all answers depend on beside what was asked: known without looking for any. */
    static Etag etag(StoredObject object, Chosen chosen, Asked asked, String representation) {
        return Etag.of(
                object.sha256(),
                chosen.snapshot().digest(),
                EngineVersion.text(),
                asked.key(),
                chosen.targets(),
                representation);
    }
}
