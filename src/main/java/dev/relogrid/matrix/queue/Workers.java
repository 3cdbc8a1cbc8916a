package dev.relogrid.matrix.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Does the jobs this node's roles are for, from when the service is ready until it goes down. Jobs that are under way then
 * may end within {@link JobSettings#shutdown}; after that they are interrupted, and go back into their queue.
 */
@Component
@DependsOnDatabaseInitialization
public final class Workers implements SmartLifecycle {
    private static final double REFILL_BELOW = 0.5;

    private final DataSource source;
    private final List<Job> jobs;
    private final Queues queues;
    private final DatabaseClock clock;
    private final JobSettings settings;
    private final String node;
    private final List<Scheduler> running = new ArrayList<>();

    /** All jobs there are; those of other nodes' roles are left alone. */
    Workers(DataSource source, List<Job> jobs, Roles roles, Queues queues, Timing timing) {
        this.source = new TransactionAwareDataSourceProxy(source);
        this.jobs = jobs.stream().filter(job -> roles.has(job.queue().role())).toList();
        this.queues = queues;
        this.clock = timing.clock();
        this.settings = timing.settings();
        this.node = timing.node().toString();
    }

    @Override
    public synchronized void start() {
        for (Job job : jobs) {
            Scheduler scheduler = scheduler(job);
            running.add(scheduler);
            scheduler.start();
            queues.onAdded(job.queue(), scheduler::triggerCheckForDueExecutions);
        }
    }

    /** Picks no more than can be begun at once: what waits inside a node sends no heartbeats. */
    private Scheduler scheduler(Job job) {
        return Scheduler.create(source, new JobTask(job, clock).task())
                .tableName(job.queue().table())
                .schedulerName(new SchedulerName.Fixed(node))
                .clock(clock)
                .threads(job.workers())
                .enablePriority()
                .pollUsingLockAndFetch(REFILL_BELOW, 1.0)
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missed())
                .shutdownMaxWait(settings.shutdown())
                .failureLogging(LogLevel.INFO, false)
                .build();
    }

    @Override
    public synchronized void stop() {
        List<Thread> stopping = running.stream()
                .map(scheduler -> Thread.ofPlatform().name("stop-jobs").start(scheduler::stop))
                .toList();
        running.clear();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    /** Before the database is closed, and while the service still answers. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
