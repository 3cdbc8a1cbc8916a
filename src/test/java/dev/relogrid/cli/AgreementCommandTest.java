package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.vm.BootEnd;
import dev.relogrid.vm.BootObject;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.EvidenceStore;
import dev.relogrid.vm.GuestLog;
import dev.relogrid.vm.GuestStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence as a guest would have left it, held against verdicts: the sample breaks on 6.12 and not on 6.1. */
final class AgreementCommandTest {
    private static final Path SAMPLE = Path.of("src/test/bpf/samples/ctime.bpf.o");
    private static final String OLD = "debian/bookworm/amd64/6.1.0-50-amd64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-amd64";
    private static final BootedProgram LOADS = new BootedProgram(
            "on_open",
            "fentry/vfs_open",
            BootedProgram.Outcome.LOADED,
            GuestStage.DONE,
            0,
            "",
            23,
            null,
            null,
            null,
            null);

    @TempDir
    private Path dir = Path.of("");

    private static BootedProgram refused(String reason) {
        return new BootedProgram(
                "on_open",
                "fentry/vfs_open",
                BootedProgram.Outcome.REJECTED,
                GuestStage.PROG_LOAD,
                22,
                reason,
                23,
                null,
                null,
                new GuestLog(reason.length() + 9, "0: first\n" + reason, ""),
                null);
    }

    private void keep(String kernel, BootedProgram program) throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLE);
        var object = new BootedObject("ctime", Sha256.of(bytes), 0, "", List.of(), List.of(program), BootEnd.DONE);
        var guest = new BootReport.GuestFacts("r", "v", "1.7", "tcg", "7.2", 960, List.of());
        new EvidenceStore(dir)
                .put(
                        new BootReport(kernel, guest, List.of(object), List.of()),
                        Map.of("ctime", BootObject.of("ctime", bytes)));
    }

    private Outcome agreement(String... more) {
        String[] words = {
            "agreement", SAMPLE.toString(), "--evidence", dir.toString(), "--archive", ShippedBtf.ARCHIVE.toString()
        };
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Outcome.of(all);
    }

    @Test
    void agreesWithBoth() throws IOException {
        keep(OLD, LOADS);
        keep(NEW, refused("invalid func unknown#195896080"));
        Outcome outcome = agreement();
        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(
                outcome.out().contains("| " + OLD + " | 1 of 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"), outcome.out());
        assertTrue(
                outcome.out().contains("| " + NEW + " | 1 of 1 | 1 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |"), outcome.out());
        assertTrue(outcome.out().contains("| none |  |  |  |  |"), outcome.out());
    }

    @Test
    void saysLoudlyWhereTheEngineIsWrong() throws IOException {
        keep(OLD, refused("unknown func bpf_made_up#15"));
        keep(NEW, LOADS);
        Outcome outcome = agreement();
        assertEquals(ExitCode.BROKEN, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("a rule the engine lacks or has wrong"), outcome.out());
        assertTrue(outcome.out().contains("the engine refuses what the kernel takes"), outcome.out());
        assertTrue(outcome.out().contains("0: first\nunknown func bpf_made_up#15"), outcome.out());
    }

    @Test
    void whatOnlyTheVerifierKnowsIsListedAndNoFault() throws IOException {
        keep(OLD, refused("R1 invalid mem access 'scalar'"));
        Outcome outcome = agreement("--kernel", OLD);
        assertEquals(ExitCode.FINE, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("what only the verifier knows of values and memory |"), outcome.out());
    }

    @Test
    void withoutEvidenceThereIsNoAnswer() {
        Outcome outcome = agreement();
        assertEquals(ExitCode.NO_ANSWER, outcome.code());
        assertTrue(outcome.err().contains("'relogrid boot' makes some"), outcome.err());
    }
}
