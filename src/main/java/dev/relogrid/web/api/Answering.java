package dev.relogrid.web.api;

import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.Snapshots;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Report;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
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

    Answering(Analyses analyses, LoadProfiles profiles, Snapshots snapshots) {
        this.analyses = analyses;
        this.profiles = profiles;
        this.snapshots = snapshots;
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
        Analysis analysis = analysis(object, chosen, asked);
        Report whole = analyses.report(analysis);
        if (chosen.query() == null) {
            return new Ready(analysis, names, whole);
        }
        return new Ready(analysis, names.stream().filter(wanted).toList(), whole.on(wanted));
    }

    private Analysis analysis(StoredObject object, Chosen chosen, Asked asked) {
        LoadProfile profile = profiles.of(asked.presets(), asked.autoload());
        if (chosen.isPresent()) {
            return judge(object, chosen, profile);
        }
        Optional<Analysis> kept = analyses.on(object, chosen.snapshot().id(), profile);
        return kept.orElseThrow(() -> new ApiException(
                ApiProblem.NOT_FOUND,
                "nobody asked about this object while the archive was in that state, which is past: leave out"
                        + " 'archive' to hold it against the present one"));
    }

    private Analysis judge(StoredObject object, Chosen chosen, LoadProfile profile) {
        try {
            return analyses.judge(object, chosen.now(), profile);
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
