package dev.relogrid.web.api;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.analysis.Summaries;
import dev.relogrid.matrix.analysis.Summary;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.render.TextReport;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest that was said of objects: as few questions for many as for one, and nothing is judged. */
@Component
public final class Headlines {
    private final Analyses analyses;
    private final Summaries summaries;
    private final LoadProfiles profiles;
    private final KernelArchive archive;

    Headlines(Analyses analyses, Summaries summaries, LoadProfiles profiles, KernelArchive archive) {
        this.analyses = analyses;
        this.summaries = summaries;
        this.profiles = profiles;
        this.archive = archive;
    }

    /**
     * What is said of an object on all kernels.
     *
     * @param headline one sentence
     * @param outdated whether it is of an earlier archive or engine
     */
    public record Said(String headline, VerdictCounts counts, boolean outdated) {}

    /** By the objects' rows; those nobody asked about are missing. */
    public Map<Long, Said> of(Collection<StoredObject> objects) {
        ArchiveState now = now();
        Map<Long, Analysis> newest = newest(objects, now);
        Map<Long, Summary> numbers = summaries.of(newest.values());
        Map<Long, Said> said = new HashMap<>();
        for (StoredObject object : objects) {
            Analysis analysis = newest.get(object.id());
            if (analysis != null) {
                Summary summary = Objects.requireNonNull(numbers.get(analysis.id()), "was asked for");
                String headline = TextReport.headline(
                        summary.counts(), summary.unanswered(), object.subject().relocations());
                said.put(
                        object.id(), new Said(headline, VerdictCounts.of(summary.counts()), !isPresent(analysis, now)));
            }
        }
        return said;
    }

    /** The present answers, and where there is none the newest. */
    private Map<Long, Analysis> newest(Collection<StoredObject> objects, @Nullable ArchiveState now) {
        List<Long> ids = objects.stream().map(StoredObject::id).toList();
        LoadProfile standard = profiles.standard();
        Map<Long, Analysis> newest = new HashMap<>();
        if (now != null) {
            analyses.find(ids, now, standard).forEach(analysis -> newest.put(analysis.objectId(), analysis));
        }
        List<Long> others = ids.stream().filter(id -> !newest.containsKey(id)).toList();
        if (!others.isEmpty()) {
            analyses.latest(others, standard).forEach(analysis -> newest.put(analysis.objectId(), analysis));
        }
        return newest;
    }

    private static boolean isPresent(Analysis analysis, @Nullable ArchiveState now) {
        return now != null
                && analysis.snapshotId() == now.snapshot().id()
                && analysis.engine().equals(EngineVersion.text());
    }

    /** Null when the archive cannot be read: what was said before is said still. */
    private @Nullable ArchiveState now() {
        try {
            return archive.current();
        } catch (ArchiveProblem _) {
            return null;
        }
    }
}
