package dev.relogrid.web.api;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.ProjectRef;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefName;
import dev.relogrid.matrix.project.RefObject;
import dev.relogrid.report.Report;
import dev.relogrid.report.diff.ReportDiff;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds answers against each other. */
@Component
final class Comparing {
    private static final int MOST_CHANGED = 100;

    private final Answering answering;
    private final Projects projects;
    private final Objects objects;

    Comparing(Answering answering, Projects projects, Objects objects) {
        this.answering = answering;
        this.projects = projects;
        this.objects = objects;
    }

    /** What two objects are held against each other on, and how they are loaded. */
    record Ground(Chosen chosen, Asked asked) {}

    /** Somebody has to wait for one of the answers. */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answering.Queued queued;

        NotYet(Answering.Queued queued) {
            super("queued", null, false, false);
            this.queued = queued;
        }

        Answering.Queued queued() {
            return queued;
        }
    }

    /** @throws NotYet where it takes longer */
    Report report(StoredObject object, Ground ground) {
        return switch (answering.answer(object, ground.chosen, ground.asked)) {
            case Answering.Ready ready -> ready.report();
            case Answering.Queued queued -> throw new NotYet(queued);
        };
    }

    /** @throws NotYet where it takes longer */
    ReportDiff diff(StoredObject from, StoredObject to, Ground ground) {
        return ReportDiff.of(report(from, ground), report(to, ground));
    }

    /** What a project's ref has now, by path, and the ref. */
    record Named(Project project, ProjectRef ref, Map<String, Long> objects) {

        /** Tells one state of it from another. */
        String key() {
            return ref.id() + " " + objects;
        }
    }

    Named ref(String project, String ref) {
        Project known = projects.find(project)
                .orElseThrow(() -> new ApiException(ApiProblem.NOT_FOUND, "there is no project " + project));
        ProjectRef found = projects.ref(known, RefName.of(ref))
                .orElseThrow(
                        () -> new ApiException(ApiProblem.NOT_FOUND, "the project " + project + " has no ref " + ref));
        Map<String, Long> paths = new TreeMap<>();
        for (RefObject object : projects.current(found)) {
            paths.put(object.path(), object.objectId());
        }
        return new Named(known, found, paths);
    }

    /** By path; @throws NotYet where any of it takes longer. */
    ComparedRefs paths(Named from, Named to, Ground ground) {
        Map<Long, StoredObject> rows = rows(from, to);
        Set<String> all = new TreeSet<>(from.objects.keySet());
        all.addAll(to.objects.keySet());
        long changed = all.stream()
                .filter(path -> from.objects.containsKey(path) && to.objects.containsKey(path))
                .filter(path -> !java.util.Objects.equals(from.objects.get(path), to.objects.get(path)))
                .count();
        if (changed > MOST_CHANGED) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST,
                    changed + " objects changed between these refs, and at most " + MOST_CHANGED
                            + " are compared at once: compare them one by one by their SHA-256");
        }
        List<ComparedRefs.Path> paths = new ArrayList<>();
        for (String path : all) {
            paths.add(path(path, rows.get(from.objects.get(path)), rows.get(to.objects.get(path)), ground));
        }
        return new ComparedRefs(paths);
    }

    private Map<Long, StoredObject> rows(Named from, Named to) {
        Set<Long> ids = new HashSet<>(from.objects.values());
        ids.addAll(to.objects.values());
        Map<Long, StoredObject> rows = new HashMap<>();
        objects.all(ids).forEach(object -> rows.put(object.id(), object));
        return rows;
    }

    private ComparedRefs.Path path(String path, @Nullable StoredObject from, @Nullable StoredObject to, Ground ground) {
        boolean changed = from != null && to != null && from.id() != to.id();
        return new ComparedRefs.Path(
                path, from, to, changed && from != null && to != null ? diff(from, to, ground) : null);
    }
}
