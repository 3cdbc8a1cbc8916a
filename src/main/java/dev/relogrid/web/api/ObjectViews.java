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
import dev.relogrid.matrix.project.Holders;
import dev.relogrid.report.render.TextReport;
import dev.relogrid.web.api.ObjectView.HolderView;
import dev.relogrid.web.api.ObjectView.Said;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows objects with the newest that was said of them: as few questions for many as for one, and nothing is judged. */
@Component
final class ObjectViews {
    private static final int MOST_PROJECTS = 20;

    private final Analyses analyses;
    private final Summaries summaries;
    private final LoadProfiles profiles;
    private final KernelArchive archive;
    private final Holders holders;

    ObjectViews(Analyses analyses, Summaries summaries, LoadProfiles profiles, KernelArchive archive, Holders holders) {
        this.analyses = analyses;
        this.summaries = summaries;
        this.profiles = profiles;
        this.archive = archive;
        this.holders = holders;
    }

    ObjectView one(StoredObject object) {
        List<HolderView> projects =
                holders.of(object, MOST_PROJECTS).stream().map(HolderView::of).toList();
        Said said = said(List.of(object)).getOrDefault(object.id(), Said.NOTHING);
        return ObjectView.of(object, said, projects);
    }

    List<ObjectView> all(List<StoredObject> objects) {
        Map<Long, Said> said = said(objects);
        return objects.stream()
                .map(object -> ObjectView.of(object, said.getOrDefault(object.id(), Said.NOTHING), null))
                .toList();
    }

    /** By the objects' rows; those nobody asked about are missing. */
    private Map<Long, Said> said(Collection<StoredObject> objects) {
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
