package dev.relogrid.matrix.queue;

import com.github.kagkarlsson.scheduler.Clock;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's time, which is the same for all nodes. Between two looks at it the time that has passed is measured with
 * the monotonic clock, so neither a node's wrong clock nor one that jumps takes a job away from a node that lives, or keeps
 * one that died from being noticed.
 */
@Component
@DependsOnDatabaseInitialization
public final class DatabaseClock implements Clock {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final int SECONDS_BETWEEN_LOOKS = 30;

    private final JdbcClient jdbc;
    private final LongSupplier nanos;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("database-clock").daemon().factory());
    private volatile Reading last;

    private record Reading(Instant time, long nanos) {}

    @org.springframework.beans.factory.annotation.Autowired
    DatabaseClock(JdbcClient jdbc) {
        this(jdbc, System::nanoTime);
    }

    /** @param nanos the monotonic clock */
    DatabaseClock(JdbcClient jdbc, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.nanos = nanos;
        this.last = read();
        Future<?> _ = looking.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    @Override
    public Instant now() {
        Reading reading = last;
        return reading.time.plusNanos(nanos.getAsLong() - reading.nanos);
    }

    /** Looks at the database's clock again; keeps counting from the last look when there is no database to ask. */
    void look() {
        try {
            last = read();
        } catch (DataAccessException e) {
            LOG.warn("the database's clock cannot be read, counting on: {}", e.getMessage());
        }
    }

    private Reading read() {
        long before = nanos.getAsLong();
        Instant time = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        long way = nanos.getAsLong() - before;
        return new Reading(time, before + way / 2);
    }

    @PreDestroy
    void close() {
        looking.shutdownNow();
    }
}
