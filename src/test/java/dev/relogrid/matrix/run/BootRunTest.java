package dev.relogrid.matrix.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.cli.BootableCorpus;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.analysis.Booted;
import dev.relogrid.matrix.analysis.BootedEvidence;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.kernel.Snapshots;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.queue.Attempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A kernel that is really booted for a run, on the shipped archive. */
@ServiceTest
final class BootRunTest {
    private static final Path SHIPPED = Path.of("btf-archive");

    @TempDir
    private Path folder;

    @Autowired
    private RunRows rows;

    @Autowired
    private RunBook book;

    @Autowired
    private EvidenceRows evidence;

    @Autowired
    private BootedEvidence booted;

    @Autowired
    private Objects objects;

    @Autowired
    private LoadProfiles profiles;

    @Autowired
    private Snapshots snapshots;

    private Booting booting;
    private StoredObject object;
    private KernelArchive archive;

    @BeforeEach
    void setUp() throws IOException {
        archive = new KernelArchive(folder, SHIPPED.toString(), "", snapshots, _ -> {});
        booting = new Booting(
                new RunInput(objects, profiles, archive),
                book.log(),
                evidence,
                new BootSettings(new BootableCorpus(folder).images().toString()));
        object = objects.put(Files.readAllBytes(Path.of("src/test/bpf/samples/ctime.bpf.o")), "ctime.bpf.o")
                .object();
    }

    private Run begin() {
        RunRequest request = RunRequest.boot(object, profiles.standard(), List.of(BootableCorpus.BOOKWORM), "a test");
        Run queued = rows.insert(request, archive.current().snapshot().id(), "engine")
                .orElseThrow();
        return rows.begin(queued.id()).orElseThrow();
    }

    @Test
    void whatTheKernelSaidIsKeptBesideWhatIsSaidOfIt() throws IOException {
        var _ = new BootableCorpus(folder).with(BootableCorpus.BOOKWORM);
        Run run = begin();
        assertFalse(booting.boot(run, new Attempt(0, () -> true))); // the node goes down: nothing is booted
        rows.giveBack(run);
        Run again = rows.begin(run.id()).orElseThrow();
        assertTrue(booting.boot(again, new Attempt(0, () -> false)));

        assertEquals(Run.State.DONE, rows.find(run.id()).orElseThrow().state());
        List<Booted> said = booted.of(object).stream()
                .filter(one -> one.kernel().equals(BootableCorpus.BOOKWORM))
                .toList();
        assertFalse(said.isEmpty());
        assertTrue(said.stream().allMatch(one -> Boolean.TRUE.equals(one.agrees())), said::toString);
        List<RunEvent> events = book.events(run.id(), 0, 1000);
        assertEquals(
                said.size(),
                events.stream().filter(event -> event.kind().equals("cell")).count());
        assertEquals("done", events.getLast().kind());
    }

    @Test
    void kernelWithoutAnImageIsSaidInOneSentence() {
        Run run = begin();
        ArchiveProblem problem =
                Assertions.assertThrows(ArchiveProblem.class, () -> booting.boot(run, new Attempt(0, () -> false)));
        assertEquals(
                "none of 1 kernels can be booted here: " + BootableCorpus.BOOKWORM + ": its image is not on this node",
                problem.getMessage());
    }
}
