package dev.relogrid.matrix.project;

import dev.relogrid.policy.Policy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects, their refs, and which objects those have and had. */
@Service
public class Projects {
    private final ProjectRows projects;
    private final RefRows refs;
    private final RefObjectRows objects;

    Projects(ProjectRows projects, RefRows refs, RefObjectRows objects) {
        this.projects = projects;
        this.refs = refs;
        this.objects = objects;
    }

    public Optional<Project> find(String name) {
        return projects.findByName(name).map(ProjectRow::project);
    }

    /** The project of that name and whether this made it; of several who ask at once one makes it. */
    @Transactional
    public Made getOrCreate(String name) {
        Project.checkName(name);
        boolean isNew = projects.add(name, now()) == 1;
        return new Made(projects.findByName(name).orElseThrow().project(), isNew);
    }

    /** A project, and whether it was not there before. */
    public record Made(Project project, boolean isNew) {}

    /** By name; those behind {@code after}, which is empty to begin. */
    public List<Project> list(String after, int limit) {
        return projects.findByNameGreaterThanOrderByName(after, Limit.of(limit)).stream()
                .map(ProjectRow::project)
                .toList();
    }

    /** Those whose names contain the text, by name. */
    public List<Project> search(String text, int limit) {
        return projects.findByNameContainingOrderByName(text, Limit.of(limit)).stream()
                .map(ProjectRow::project)
                .toList();
    }

    /** The refs of a project by name; those behind {@code after}, which is empty to begin. */
    public List<ProjectRef> refs(Project project, String after, int limit) {
        return refs.findByProjectIdAndNameGreaterThanOrderByName(project.id(), after, Limit.of(limit)).stream()
                .map(RefRow::ref)
                .toList();
    }

    /** The refs of a project, the last updated first. */
    public List<ProjectRef> latestRefs(Project project, int limit) {
        return refs.findByProjectIdOrderByUpdatedAtDescIdDesc(project.id(), Limit.of(limit)).stream()
                .map(RefRow::ref)
                .toList();
    }

    public Optional<ProjectRef> ref(Project project, RefName name) {
        return refs.findByProjectIdAndName(project.id(), name.name()).map(RefRow::ref);
    }

    /** The ref a project is known by: {@code main}, else {@code master}, else the one that was updated last. */
    public Optional<ProjectRef> mainRef(Project project) {
        return refs.findByProjectIdAndName(project.id(), "main")
                .or(() -> refs.findByProjectIdAndName(project.id(), "master"))
                .map(RefRow::ref)
                .or(() -> latestRefs(project, 1).stream().findFirst());
    }

    /**
     * Makes an object the current one under a path of a ref and ends the one before, both or neither. Of several who do so
     * at once each is recorded, one after the other, and the last stays. What is current already is left as it is.
     */
    @Transactional
    public RefObject attach(Project project, Attachment attachment) {
        RefName name = attachment.ref();
        refs.add(project.id(), name.kind().code(), name.name(), now());
        RefRow ref = refs.lock(project.id(), name.name());
        long refId = ref.ref().id();
        Instant now = now(); // after the wait
        Optional<RefObjectRow> before = objects.findByRefIdAndPathAndUntilIsNull(refId, attachment.path());
        if (before.isPresent() && before.get().isSame(attachment)) {
            return before.get().refObject();
        }
        Instant since = before.map(row -> row.close(now)).orElse(now);
        objects.flush(); // the one before ends first: only one may be current
        ref.touch(since);
        return objects.saveAndFlush(new RefObjectRow(refId, attachment, since)).refObject();
    }

    /** Takes off a ref what it has under that path; whether it had anything. What it had stays in its history. */
    @Transactional
    public boolean detach(ProjectRef ref, String path) {
        RefRow locked = refs.lock(ref.projectId(), ref.name().name());
        Optional<RefObjectRow> current = objects.findByRefIdAndPathAndUntilIsNull(ref.id(), path);
        current.ifPresent(row -> locked.touch(row.close(now())));
        return current.isPresent();
    }

    /** What a ref has, by path. */
    public List<RefObject> current(ProjectRef ref) {
        return list(objects.findByRefIdAndUntilIsNullOrderByPath(ref.id()));
    }

    /** What a ref had at a time, by path. */
    public List<RefObject> at(ProjectRef ref, Instant time) {
        return list(objects.findAt(ref.id(), time));
    }

    /** What a ref has and had, the latest first; with smaller ids than {@code before}. */
    public List<RefObject> history(ProjectRef ref, long before, int limit) {
        return list(objects.findByRefIdAndIdLessThanOrderByIdDesc(ref.id(), before, Limit.of(limit)));
    }

    private static List<RefObject> list(List<RefObjectRow> rows) {
        return rows.stream().map(RefObjectRow::refObject).toList();
    }

    /** @throws dev.relogrid.policy.PolicyProblem when an older version took what this one does not */
    public static Policy policy(Project project) {
        return Policy.parse(project.policy());
    }

    /**
     * Sets a project's policy.
     *
     * @param version the one the caller knows; null to set it whatever is there
     * @throws dev.relogrid.policy.PolicyProblem when the text is no policy; nothing is changed then
     * @throws ChangedMeanwhile when it is at another version
     */
    @Transactional
    public Project setPolicy(Project project, String text, @Nullable Long version) {
        Policy.parse(text);
        long expected = version == null ? version(project) : version;
        if (projects.setPolicy(project.id(), text, expected) == 0) {
            long current = version(project);
            if (version != null || current == expected) {
                throw new ChangedMeanwhile(current);
            }
            return setPolicy(project, text, null);
        }
        return projects.findById(project.id()).orElseThrow().project();
    }

    private long version(Project project) {
        return projects.findById(project.id()).orElseThrow().project().version();
    }

    /** To the microsecond, as PostgreSQL keeps it, so that what is answered is what is kept. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
