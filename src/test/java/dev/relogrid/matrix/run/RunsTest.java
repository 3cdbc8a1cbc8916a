package dev.relogrid.matrix.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.event.Event;
import dev.relogrid.matrix.event.Events;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.queue.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs from the asking to the end, on the service's own workers or by hand where the moment matters. */
@ServiceTest
final class RunsTest {
    private static final Path SAMPLES = Path.of("src/test/bpf/samples");
    private static final Attempt FIRST = new Attempt(0, () -> false);
    private static int uploads;

    @Autowired
    private Runs runs;

    @Autowired
    private RunBook book;

    @Autowired
    private RunRows rows;

    @Autowired
    private Queueing queueing;

    @Autowired
    private CheckJob checks;

    @Autowired
    private Rechecks rechecks;

    @Autowired
    private Objects objects;

    @Autowired
    private Analyses analyses;

    @Autowired
    private LoadProfiles profiles;

    @Autowired
    private KernelArchive archives;

    @Autowired
    private News differences;

    @Autowired
    private Events news;

    @Autowired
    private JdbcClient jdbc;

    /** An object nobody uploaded before: what follows an ELF file's last section means nothing. */
    private StoredObject upload(String sample) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(sample + ".bpf.o"));
        byte[] mine = Arrays.copyOf(bytes, bytes.length + ++uploads);
        mine[mine.length - 1] = 'R'; // other tests have variants of their own
        return objects.put(mine, sample + ".bpf.o").object();
    }

    private RunRequest check(StoredObject object) {
        return RunRequest.check(object, profiles.standard(), RunRequest.PERSON, "a test");
    }

    /** A run nobody is going to begin. */
    private Run unqueued(StoredObject object) {
        return rows.insert(check(object), archives.current().snapshot().id(), "engine")
                .orElseThrow();
    }

    private Run ended(UUID id) throws InterruptedException {
        for (int i = 0; i < 1500 && !runs.get(id).state().isEnd(); i++) {
            Thread.sleep(20);
        }
        assertTrue(runs.get(id).state().isEnd());
        return runs.get(id);
    }

    private int ends(UUID id) {
        return jdbc.sql("select ends from run where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    @Test
    void queuedCheckEndsOnceWithAnAnswerAndSaysSoInOrder() throws Exception {
        Run queued = runs.request(check(upload("ctime")));
        assertEquals(Run.State.QUEUED, queued.state());
        Run done = ended(queued.id());
        assertEquals(Run.State.DONE, done.state());
        assertEquals(1, ends(done.id()));
        assertEquals(archives.current().kernels().size(), done.done());
        assertNotNull(done.analysisId());
        List<RunEvent> events = runs.events(done.id(), 0, 1000);
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1, events.get(i).seq());
        }
        assertEquals("progress", events.getFirst().kind());
        assertEquals("done", events.getLast().kind());
        assertTrue(events.stream().anyMatch(event -> event.kind().equals("cell")));
        assertEquals(events.subList(2, events.size()), runs.events(done.id(), 2, 1000));
    }

    @Test
    void quickCheckIsAnsweredAtOnceAndTheNextOneIsTheSameRun() throws Exception {
        StoredObject object = upload("ctime");
        Submitted first = runs.checkOrQueue(check(object));
        Submitted second = runs.checkOrQueue(check(object));
        assertEquals(Run.State.DONE, first.run().state());
        assertEquals(first, second);
        assertEquals(1, ends(first.run().id()));
        assertEquals("done", runs.events(first.run().id(), 0, 10).getLast().kind());
    }

    @Test
    void slowCheckIsQueuedAndJoined() throws Exception {
        Desk hurried =
                new Desk(book, queueing, analyses, new RunSettings(-1, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        StoredObject object = upload("ctime");
        Submitted first = hurried.checkOrQueue(check(object), archives.current());
        assertNull(first.analysis());
        Run done = ended(first.run().id());
        Submitted after = hurried.checkOrQueue(check(object), archives.current());
        assertEquals(done, after.run());
        assertNotNull(after.analysis());
    }

    @Test
    void cancelledRunNeverEndsAgain() throws Exception {
        Run queued = unqueued(upload("guarded"));
        assertEquals(Run.State.CANCELLED, runs.cancel(queued.id()).orElseThrow().state());
        assertTrue(checks.run(queued.id().toString(), FIRST));
        assertEquals(Run.State.CANCELLED, runs.get(queued.id()).state());
        assertEquals(Run.State.CANCELLED, runs.cancel(queued.id()).orElseThrow().state());
        assertEquals(1, ends(queued.id()));
        assertEquals(Optional.empty(), runs.cancel(UUID.randomUUID()));
    }

    @Test
    void whatIsCancelledWhileItRunsKeepsNoResult() throws Exception {
        Run running = rows.begin(unqueued(upload("guarded")).id()).orElseThrow();
        assertTrue(book.log().step(running, 0, 10, _ -> {}));
        assertTrue(runs.cancel(running.id()).isPresent());
        assertFalse(book.log().step(running, 5, 10, _ -> {}));
        assertFalse(book.log().done(running, null, 10, _ -> {}));
        assertEquals(Run.State.CANCELLED, runs.get(running.id()).state());
        assertEquals(1, ends(running.id()));
    }

    @Test
    void nodeThatWasHeldForDeadNoLongerCounts() throws Exception {
        Run queued = unqueued(upload("guarded"));
        Run zombie = rows.begin(queued.id()).orElseThrow();
        Run second = rows.begin(queued.id()).orElseThrow();
        assertFalse(book.log().step(zombie, 1, 10, _ -> {}));
        assertFalse(book.log().done(zombie, null, 10, _ -> {}));
        assertTrue(book.log().done(second, null, 10, _ -> {}));
        assertFalse(book.log().done(zombie, null, 10, _ -> {}));
        assertTrue(rows.begin(queued.id()).isEmpty());
        assertEquals(1, ends(queued.id()));
        assertEquals(
                1,
                runs.events(queued.id(), 0, 10).stream()
                        .filter(event -> event.kind().equals("done"))
                        .count());
    }

    @Test
    void profileThatFitsNotFailsAtOnceWithItsSentence() throws Exception {
        StoredObject object = upload("ctime");
        Run queued = runs.request(RunRequest.check(
                object, profiles.of(Map.of("no_such_variable", "1"), Map.of()), RunRequest.CI, "a test"));
        Run failed = ended(queued.id());
        assertEquals(Run.State.FAILED, failed.state());
        assertEquals(1, failed.attempts());
        assertTrue(String.valueOf(failed.error()).contains("no_such_variable"), failed::toString);
    }

    @Test
    void whatFailsEveryTimeFailsInTheEndWithTheReason() throws Exception {
        long unheardOf =
                jdbc.sql("""
                        insert into snapshot (digest, taken_at, kernels) values (:digest, now() - interval '1 year', '{}')
                        returning id""").param("digest", "f".repeat(64)).query(Long.class).single();
        Run queued = queueing.add(check(upload("guarded")), unheardOf).orElseThrow();
        Run failed = ended(queued.id());
        jdbc.sql("delete from run where snapshot_id = :id")
                .param("id", unheardOf)
                .update();
        jdbc.sql("delete from snapshot where id = :id").param("id", unheardOf).update();
        assertEquals(Run.State.FAILED, failed.state());
        assertEquals(3, failed.attempts());
        assertTrue(String.valueOf(failed.error()).contains("older than the one the run is for"), failed::toString);
    }

    @Test
    void bootOfNothingThereIsFailsWithOneSentence() throws Exception {
        Run queued = runs.request(
                RunRequest.boot(upload("ctime"), profiles.standard(), List.of("no-such-distribution"), "a test"));
        Run failed = ended(queued.id());
        assertEquals(Run.State.FAILED, failed.state());
        assertFalse(String.valueOf(failed.error()).isEmpty());
        assertEquals("done", runs.events(failed.id(), 0, 10).getLast().kind());
    }

    @Test
    void whatANewEngineBreaksIsMadeKnownOnce() throws Exception {
        StoredObject object = upload("ctime");
        project("recheck", object);
        Analysis old = analyses.judge(object, archives.current(), profiles.standard());
        pretendAllWasWellThen(old);

        // others' objects may be due as well
        assertTrue(rechecks.queue(archives.current().snapshot()) >= 1);
        assertEquals(0, rechecks.queue(archives.current().snapshot()));
        List<Run> mine = runs.list(new RunFilter(object.id(), null, Run.Kind.RECHECK), null, 10);
        assertEquals(1, mine.size(), mine::toString);
        Run recheck = mine.getFirst();
        Run done = ended(recheck.id());

        assertEquals(Run.State.DONE, done.state(), done::toString);
        List<Event> told = news.after("recheck", 0, 10);
        assertEquals(1, told.size());
        Event event = told.getFirst();
        assertEquals("broken", event.kind());
        assertEquals("engine", event.why());
        assertEquals(object.sha256(), event.object());
        assertTrue(event.body().kernels() > 0);
        assertFalse(event.body().causes().isEmpty());
        assertTrue(event.sentence().startsWith("recheck main, probe.bpf.o: breaks on "), event::sentence);
    }

    @Test
    void whatBreaksOnAnAddedKernelIsMadeKnown() throws Exception {
        StoredObject object = upload("ctime");
        project("added", object);
        pretendTheLastKernelWasNotThere(analyses.judge(object, archives.current(), profiles.standard()));

        assertTrue(rechecks.queue(archives.current().snapshot()) >= 1);
        var _ = ended(runs.list(new RunFilter(object.id(), null, Run.Kind.RECHECK), null, 10)
                .getFirst()
                .id());

        Event event = news.after("added", 0, 10).getFirst();
        assertEquals("broken", event.kind());
        assertEquals("archive", event.why());
        assertEquals("e".repeat(64), event.body().before().archive());
        assertEquals(
                archives.current().snapshot().digest(), event.body().after().archive());
    }

    @Test
    void whatAnUploadBreaksIsMadeKnownOnce() throws Exception {
        StoredObject before = upload("ctime_fixed");
        project("uploaded", before);
        var _ = analyses.judge(before, archives.current(), profiles.standard());
        StoredObject after = upload("ctime");
        jdbc.sql("update ref_object set until = now() where object_id = :object")
                .param("object", before.id())
                .update();
        jdbc.sql("""
                insert into ref_object (ref_id, path, object_id, since)
                select ref_id, path, :after, now() from ref_object where object_id = :before
                """).param("after", after.id()).param("before", before.id()).update();

        var _ = ended(runs.request(check(after)).id());
        differences.uploaded(analyses.latest(after, profiles.standard()).orElseThrow());

        List<Event> told = news.after("uploaded", 0, 10);
        assertEquals(1, told.size());
        assertEquals("upload", told.getFirst().why());
        assertEquals("broken", told.getFirst().kind());
        assertEquals(before.sha256(), told.getFirst().body().before().object());
    }

    private void pretendTheLastKernelWasNotThere(Analysis analysis) {
        jdbc.sql("""
                with s as (insert into snapshot (digest, taken_at, kernels)
                    select repeat('e', 64), now() - interval '1 year', trim_array(kernels, cardinality(kernels) - 1) from snapshot where id = :snapshot
                    returning id)
                update analysis set snapshot_id = s.id, class_of = trim_array(class_of, cardinality(class_of) - 1) from s where analysis.id = :id
                """)
                .param("snapshot", analysis.snapshotId())
                .param("id", analysis.id())
                .update();
    }

    private void project(String name, StoredObject object) {
        jdbc.sql("""
                        with p as (insert into project (name, created_at) values (:name, now()) returning id),
                            r as (insert into project_ref (project_id, kind, name, updated_at)
                                select id, 'branch', 'main', now() from p returning id)
                        insert into ref_object (ref_id, path, object_id, since) select id, 'probe.bpf.o', :object, now() from r""").param("name", name).param("object", object.id()).update();
    }

    private void pretendAllWasWellThen(Analysis analysis) {
        jdbc.sql("update analysis set engine = 'an older one' where id = :id")
                .param("id", analysis.id())
                .update();
        jdbc.sql(
                        "update answer_class set verdict = 'ok', body = jsonb_set(body, '{verdict}', '\"OK\"') where analysis_id = :id")
                .param("id", analysis.id())
                .update();
    }
}
