package dev.relogrid.matrix.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.queue.Roles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rehearsal is a real judgement that leaves nothing behind. */
@ServiceTest
class RehearsalTest {
    @Autowired
    private KernelArchive archive;

    @Autowired
    private Roles roles;

    @Autowired
    private JdbcClient db;

    @Test
    void judgesOnTheArchiveAndKeepsNothing() throws IOException {
        long before = analyses();
        int judged = new Rehearsal(archive, roles).rehearse(1);
        assertTrue(judged > 3 * 100, "four objects on hundreds of kernels, found " + judged);
        assertEquals(before, analyses());
    }

    @Test
    void endsWithTheService() throws IOException {
        var rehearsal = new Rehearsal(archive, roles);
        rehearsal.end();
        assertEquals(0, rehearsal.rehearse(1));
    }

    private long analyses() {
        return db.sql("select count(*) from analysis").query(Long.class).single();
    }
}
