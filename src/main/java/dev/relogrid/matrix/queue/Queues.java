package dev.relogrid.matrix.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts work into queues, in the transaction of the caller: it is there if and only if that one is committed. */
@Component
@DependsOnDatabaseInitialization
@EnableConfigurationProperties(JobSettings.class)
public final class Queues {
    /** The name of the one task of every table. */
    static final String TASK = "job";

    private final DataSource source;
    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final Map<String, SchedulerClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Runnable> sleepers = new ConcurrentHashMap<>();

    Queues(DataSource source, JdbcClient jdbc, DatabaseClock clock) {
        this.source = new TransactionAwareDataSourceProxy(source);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Does nothing when that id waits in the queue already.
     *
     * @param priority the greater comes first
     * @param delay how long not to begin with it
     */
    public void add(Queue queue, String id, int priority, Duration delay) {
        TaskInstance<Object> instance =
                new TaskInstance.Builder<>(TASK, id).priority(priority).build();
        client(queue).schedule(instance, clock.now().plus(delay), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
        afterCommit(() -> wake(queue));
    }

    /** Whether it waited there; what somebody is at stays. */
    public boolean remove(Queue queue, String id) {
        try {
            client(queue).cancel(new TaskInstance.Builder<>(TASK, id).build());
            return true;
        } catch (TaskInstanceException e) {
            return false; // somebody is at it, or nobody is any more
        }
    }

    /** How many wait, those not counted that somebody is at. */
    public long waiting(Queue queue) {
        return jdbc.sql("select count(*) from " + queue.table() + " where not picked")
                .query(Long.class)
                .single();
    }

    /** @param sleeper is told when this node put something into the queue */
    void onAdded(Queue queue, Runnable sleeper) {
        sleepers.put(queue.table(), sleeper);
    }

    private void wake(Queue queue) {
        Runnable sleeper = sleepers.get(queue.table());
        if (sleeper != null) {
            sleeper.run();
        }
    }

    private SchedulerClient client(Queue queue) {
        return clients.computeIfAbsent(
                queue.table(),
                table -> SchedulerClient.Builder.create(source)
                        .tableName(table)
                        .enablePriority()
                        .build());
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
