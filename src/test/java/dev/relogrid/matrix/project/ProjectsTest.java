package dev.relogrid.matrix.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.policy.Fleet;
import dev.relogrid.policy.PolicyProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Projects, refs and what they have, also when many write at once. */
@ServiceTest
class ProjectsTest {
    private static final RefName MAIN = RefName.of("main");

    @Autowired
    private Projects projects;

    @Autowired
    private Fleets fleets;

    @Autowired
    private Objects objects;

    private Project project() {
        return projects.getOrCreate("p-" + UUID.randomUUID()).project();
    }

    private long object(String sample) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/bpf/samples", sample + ".bpf.o"));
        return objects.put(bytes, sample + ".bpf.o").object().id();
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(work));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> future : futures) {
                done.add(future.get());
            }
            return done;
        }
    }

    @Test
    void ofManyWhoMakeAProjectOneDoes() throws Exception {
        String name = "p-" + UUID.randomUUID();
        List<Projects.Made> made = atOnce(8, () -> projects.getOrCreate(name));
        assertEquals(1, made.stream().filter(Projects.Made::isNew).count());
        assertEquals(1, made.stream().map(Projects.Made::project).distinct().count());
    }

    @Test
    void anObjectTakesThePlaceOfTheOneBefore() throws Exception {
        Project project = project();
        RefObject first = projects.attach(project, new Attachment(MAIN, "a/open.o", object("ctime"), "0123abc"));
        RefObject again = projects.attach(project, new Attachment(MAIN, "a/open.o", object("ctime"), "0123abc"));
        assertEquals(first, again, "what is there already is left as it is");
        RefObject beside = projects.attach(project, new Attachment(MAIN, "b.o", object("ctime"), null));
        RefObject second = projects.attach(project, new Attachment(MAIN, "a/open.o", object("folio"), "0123abd"));
        ProjectRef ref = projects.ref(project, MAIN).orElseThrow();
        assertEquals(List.of(second, beside), projects.current(ref));
        List<RefObject> history = projects.history(ref, Long.MAX_VALUE, 10);
        assertEquals(
                List.of(second.id(), beside.id(), first.id()),
                history.stream().map(RefObject::id).toList());
        assertEquals(second.since(), history.getLast().until());
        assertEquals(
                List.of(first.id()),
                projects.history(ref, beside.id(), 10).stream()
                        .map(RefObject::id)
                        .toList());
        assertEquals(
                List.of(first.id()),
                projects.at(ref, first.since()).stream().map(RefObject::id).toList());
        assertEquals(List.of(), projects.at(ref, first.since().minusMillis(1)));
        assertEquals(List.of(second, beside), projects.at(ref, Instant.now()));
        assertFalse(ref.updatedAt().isBefore(second.since()));
    }

    @Test
    void ofManyWhoAttachAllAreRecordedAndOneStays() throws Exception {
        Project project = project();
        long[] ids = {object("ctime"), object("folio")};
        java.util.concurrent.atomic.AtomicInteger turn = new java.util.concurrent.atomic.AtomicInteger();
        atOnce(8, () -> {
            int mine = turn.getAndIncrement();
            return projects.attach(project, new Attachment(MAIN, "open.o", ids[mine % 2], "abcdef0" + mine));
        });
        ProjectRef ref = projects.ref(project, MAIN).orElseThrow();
        List<RefObject> history = projects.history(ref, Long.MAX_VALUE, 20);
        assertEquals(8, history.size());
        assertEquals(8, history.stream().map(RefObject::commit).distinct().count());
        assertEquals(List.of(history.getFirst()), projects.current(ref));
        assertNull(history.getFirst().until());
        for (int i = 1; i < history.size(); i++) {
            assertEquals(history.get(i - 1).since(), history.get(i).until(), "without a gap");
        }
    }

    @Test
    void theMainRefIsWhatPeopleMean() throws Exception {
        Project project = project();
        assertTrue(projects.mainRef(project).isEmpty());
        attach(project, "refs/tags/v1");
        assertEquals("v1", mainRef(project));
        attach(project, "feature/x");
        assertEquals("feature/x", mainRef(project));
        attach(project, "master");
        attach(project, "feature/y");
        assertEquals("master", mainRef(project));
        attach(project, "main");
        assertEquals("main", mainRef(project));
        assertEquals(
                List.of("feature/x", "feature/y", "main"),
                projects.refs(project, "", 3).stream()
                        .map(ref -> ref.name().name())
                        .toList());
        assertEquals(
                List.of(RefName.Kind.BRANCH, RefName.Kind.TAG),
                projects.refs(project, "main", 3).stream()
                        .map(ref -> ref.name().kind())
                        .toList());
    }

    private void attach(Project project, String ref) throws IOException {
        projects.attach(project, new Attachment(RefName.of(ref), "open.o", object("ctime"), null));
    }

    private String mainRef(Project project) {
        return projects.mainRef(project).orElseThrow().name().name();
    }

    @Test
    void policiesAreReplacedOnlyByThoseWhoKnowThem() {
        Project project = project();
        Project once = projects.setPolicy(project, "required: all", 0L);
        assertEquals(1, once.version());
        assertEquals(
                "required: all", projects.find(project.name()).orElseThrow().policy());
        ChangedMeanwhile stale =
                assertThrows(ChangedMeanwhile.class, () -> projects.setPolicy(project, "watch: lts", 0L));
        assertEquals(1, stale.version());
        assertThrows(PolicyProblem.class, () -> projects.setPolicy(project, "requird: all", 1L));
        assertEquals(2, projects.setPolicy(project, "watch: lts", null).version());
    }

    @Test
    void ofManyWhoReplaceAVersionOneDoes() throws Exception {
        Project project = project();
        List<Boolean> done = atOnce(8, () -> {
            try {
                projects.setPolicy(project, "required: all", 0L);
                return true;
            } catch (ChangedMeanwhile _) {
                return false;
            }
        });
        assertEquals(1, done.stream().filter(one -> one).count());
        assertEquals(1, projects.find(project.name()).orElseThrow().version());
    }

    @Test
    void fleetsAreReplacedAsAWhole() {
        Project project = project();
        assertEquals(Fleet.NONE, fleets.get(project));
        fleets.set(project, new Fleet(Map.of("6.1.0", 3L, "6.12.1", 40L)));
        assertEquals(
                List.of("6.12.1", "6.1.0"),
                List.copyOf(fleets.get(project).nodes().keySet()));
        fleets.set(project, new Fleet(Map.of("6.1.0", 5L)));
        assertEquals(Map.of("6.1.0", 5L), fleets.get(project).nodes());
        fleets.set(project, Fleet.NONE);
        assertEquals(Fleet.NONE, fleets.get(project));
    }
}
