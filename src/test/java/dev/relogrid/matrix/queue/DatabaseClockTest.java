package dev.relogrid.matrix.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock reads the database's and a monotonic one; this machine's own clock is not asked. */
@ServiceTest
final class DatabaseClockTest {
    private final JdbcClient jdbc;
    private final AtomicLong nanos = new AtomicLong();

    @Autowired
    DatabaseClockTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private Instant database() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void timeGoesOnAsTheMonotonicClockDoes() {
        DatabaseClock clock = new DatabaseClock(jdbc, nanos::get);
        Instant start = clock.now();
        assertEquals(start, clock.now());
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertEquals(start.plus(Duration.ofHours(1)), clock.now());
        clock.close();
    }

    @Test
    void lookAtTheDatabasePutsItRight() {
        DatabaseClock clock = new DatabaseClock(jdbc, nanos::get);
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        clock.look();
        assertTrue(Duration.between(clock.now(), database()).abs().compareTo(Duration.ofSeconds(30)) < 0);
        clock.close();
    }
}
