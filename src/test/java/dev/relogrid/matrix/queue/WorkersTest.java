package dev.relogrid.matrix.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs of a kind of its own, on workers beside those of the service. */
@ServiceTest
final class WorkersTest {
    private static final Queue TRIAL = new Queue("scheduled_trials", Role.MATRIX);
    private static final JobSettings QUICK = new JobSettings(
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            4,
            2,
            1,
            1,
            2,
            Duration.ofMillis(20),
            Duration.ofMillis(300));

    private final JdbcClient jdbc;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final DatabaseClock clock;
    private final Queues queues;

    @Autowired
    WorkersTest(JdbcClient jdbc, DataSource source, TransactionTemplate transaction, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.transaction = transaction;
        this.clock = clock;
        this.queues = new Queues(source, jdbc, clock);
    }

    @BeforeEach
    void makeTable() {
        jdbc.sql("drop table if exists scheduled_trials").update();
        jdbc.sql("create table scheduled_trials (like scheduled_checks including all)")
                .update();
    }

    /** Does what a test says. */
    private static final class Trial implements Job {
        private final Work work;
        private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
        private final Map<String, String> gaveUp = new ConcurrentHashMap<>();
        private final int workers;

        interface Work {
            boolean run(String id, Attempt attempt) throws Exception;
        }

        Trial(int workers, Work work) {
            this.workers = workers;
            this.work = work;
        }

        @Override
        public Queue queue() {
            return TRIAL;
        }

        @Override
        public int workers() {
            return workers;
        }

        @Override
        public Retries retries() {
            return QUICK.ordinaryRetries();
        }

        @Override
        public boolean run(String id, Attempt attempt) throws Exception {
            begun.add(id);
            return work.run(id, attempt);
        }

        @Override
        public void gaveUp(String id, String reason) {
            gaveUp.put(id, reason);
        }
    }

    private Workers workers(Job job, DatabaseClock time) {
        Workers workers =
                new Workers(source, List.of(job), new Roles("matrix"), queues, new Timing(new NodeName(), time, QUICK));
        workers.start();
        return workers;
    }

    private void add(String id, int priority) {
        queues.add(TRIAL, id, priority, Duration.ZERO);
    }

    private long left() {
        return jdbc.sql("select count(*) from scheduled_trials")
                .query(Long.class)
                .single();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean());
    }

    @Test
    void greaterPrioritiesComeFirst() throws InterruptedException {
        Trial trial = new Trial(1, (_, _) -> true);
        add("recheck", 10);
        add("person", 100);
        add("ci", 50);
        Workers workers = workers(trial, clock);
        await(() -> left() == 0);
        workers.stop();
        assertEquals(List.of("person", "ci", "recheck"), trial.begun);
    }

    @Test
    void whatIsRolledBackIsNeverDone() throws InterruptedException {
        Trial trial = new Trial(1, (_, _) -> true);
        transaction.executeWithoutResult(status -> {
            add("undone", 1);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> add("done", 1));
        Workers workers = workers(trial, clock);
        await(() -> left() == 0);
        workers.stop();
        assertEquals(List.of("done"), trial.begun);
    }

    @Test
    void whatFailsIsTriedAgainAndGivenUpInTheEnd() throws InterruptedException {
        Trial trial = new Trial(2, (id, attempt) -> {
            if (id.equals("hopeless") || attempt.failures() < 1) {
                throw new IllegalStateException("not " + id);
            }
            return true;
        });
        add("hopeless", 1);
        add("at the second try", 1);
        Workers workers = workers(trial, clock);
        await(() -> left() == 0);
        workers.stop();
        assertEquals(Map.of("hopeless", "not hopeless"), trial.gaveUp);
        assertEquals(3, Collections.frequency(trial.begun, "hopeless"));
        assertEquals(2, Collections.frequency(trial.begun, "at the second try"));
    }

    @Test
    void nodeThatGoesDownGivesBackWhatTakesLong() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Trial slow = new Trial(1, (_, _) -> {
            begun.countDown();
            Thread.sleep(60_000);
            return true;
        });
        add("long", 1);
        Workers first = workers(slow, clock);
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        first.stop();
        assertEquals(1, queues.waiting(TRIAL));
        Trial quick = new Trial(1, (_, _) -> true);
        Workers second = workers(quick, clock);
        await(() -> left() == 0);
        second.stop();
        assertEquals(List.of("long"), quick.begun);
        assertTrue(slow.gaveUp.isEmpty());
    }

    @Test
    void jobOfNodeThatDiedIsTakenUpByAnother() throws InterruptedException {
        add("orphan", 1);
        jdbc.sql(
                        "update scheduled_trials set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 hour'")
                .update();
        Trial trial = new Trial(1, (_, _) -> true);
        Workers workers = workers(trial, clock);
        await(() -> left() == 0);
        workers.stop();
        assertEquals(List.of("orphan"), trial.begun);
    }
}
