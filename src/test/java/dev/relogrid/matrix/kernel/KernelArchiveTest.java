package dev.relogrid.matrix.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.fixture.ServiceTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The service's own archive, and others that share its folder. */
@ServiceTest
class KernelArchiveTest {
    private static final String SHIPPED = "btf-archive";

    @TempDir
    Path data;

    @Autowired
    private Snapshots snapshots;

    private final List<Object> told = new ArrayList<>();

    private KernelArchive open() throws Exception {
        return new KernelArchive(data, "", SHIPPED, snapshots, told::add);
    }

    @Test
    void whoStartsWhileAnotherTakesOverWaitsItsTurn() throws Exception {
        CompletableFuture<KernelArchive> late;
        try (ArchiveWriter busy = ArchiveWriter.open(data.resolve("archive"))) {
            late = CompletableFuture.supplyAsync(() -> {
                try {
                    return open();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Thread.sleep(500);
            assertFalse(late.isDone());
            assertEquals(List.of(), busy.prune());
        }
        assertEquals(
                Archive.open(Path.of(SHIPPED)).entries().size(),
                late.get(1, TimeUnit.MINUTES).current().kernels().size());
    }

    @Test
    void whatSomebodyElseAddsIsNoticedAndTold() throws Exception {
        KernelArchive archive = open();
        ArchiveState before = archive.current();
        assertEquals(1, told.size());
        assertEquals(before, archive.reload());
        Path measured = data.resolve("archive").resolve("measured.zst");
        Files.delete(measured);
        ArchiveState after = archive.reload();
        assertNotEquals(before.snapshot().digest(), after.snapshot().digest());
        assertNotEquals(before.snapshot().id(), after.snapshot().id());
        assertEquals(2, told.size());
        assertEquals(
                snapshots.names(before.snapshot().id()),
                snapshots.names(after.snapshot().id()));
    }

    @Test
    void anArchiveThatIsNotThereIsSaid() {
        assertThrows(
                ArchiveProblem.class,
                () -> new KernelArchive(data, data.resolve("none").toString(), "", snapshots, told::add).current());
    }
}
