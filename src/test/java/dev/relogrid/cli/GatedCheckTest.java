package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code check} as a gate: a policy, what was before, several forms at once, and which exit code says what. */
final class GatedCheckTest {
    private static final String SAMPLES = "src/test/bpf/samples/";
    /** Fails from 5.14 on. */
    private static final String TASK = SAMPLES + "task_state.bpf.o";
    /** Fails from 6.11 on. */
    private static final String CTIME = SAMPLES + "ctime.bpf.o";

    private static final String BULLSEYE = "suite:bullseye and amd64";
    private static final String TRIXIE = "suite:trixie and amd64";

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {
        String last() {
            return out.lines().toList().getLast();
        }

        JsonNode json() {
            return new ObjectMapper().readTree(out);
        }
    }

    private static Run check(String... words) {
        List<String> all = new ArrayList<>(List.of("check"));
        all.addAll(List.of(words));
        all.addAll(List.of("--archive", ShippedFiles.ARCHIVE.toString()));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String policy(String... lines) throws IOException {
        return Files.writeString(folder.resolve("policy"), String.join("\n", lines) + "\n")
                .toString();
    }

    @Test
    void onlyRequiredKernelsFail() throws IOException {
        String required = policy("required: ['" + BULLSEYE + "']", "watch: ['" + TRIXIE + "']");
        Run run = check(TASK, "--policy", required);
        assertEquals(ExitCode.FINE, run.code(), run.out());
        assertTrue(
                run.last().matches("\u2713 .*task_state.bpf.o: passes on (the one|all \\d+) required kernels?"),
                run.last());
        assertTrue(flat(run).contains("Of the watched kernels, it passes on 0 of "), run.out());
        assertEquals(
                ExitCode.BROKEN,
                check(TASK, "--policy", required, "--targets", TRIXIE).code(),
                "kernels that are named have to work");
    }

    @Test
    void acceptedCauseDoesNotFailAndExpiredOneDoes() throws IOException {
        String[] accepted = {
            "required: ['" + TRIXIE + "']",
            "ignore:",
            "  - path: task_struct.state",
            "    reason: only for a debug print",
            "    until: 2999-12-31"
        };
        Run run = check(TASK, "--policy", policy(accepted));
        assertEquals(ExitCode.FINE, run.code(), run.out());
        assertTrue(flat(run).contains("until 2999-12-31: only for a debug print"), run.out());
        accepted[4] = "    until: 2020-12-31";
        assertEquals(ExitCode.BROKEN, check(TASK, "--policy", policy(accepted)).code());
    }

    @Test
    void policySetsVariablesOnlyWhereThereAreSuch() throws IOException {
        String with =
                policy("required: ['" + TRIXIE + "']", "rodata: {no_such_variable: 1}", "autoload: {no_such: off}");
        assertEquals("", check(TASK, "--policy", with).err());
    }

    @Test
    void policyThatIsWrongIsNoAnswer() throws IOException {
        Run run = check(TASK, "--policy", policy("requird: [x]"));
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.err().contains("policy: "), run.err());
        assertEquals("", run.out());
        Run missing = check(TASK, "--policy", folder.resolve("none").toString(), "--format", "json");
        assertEquals(ExitCode.NO_ANSWER, missing.code());
        assertEquals("no_answer", missing.json().path("outcome").asString());
        assertTrue(
                missing.json().path("errors").path(0).path("message").asString().endsWith("no such file"),
                missing.out());
    }

    @Test
    void failOnMakesMilderVerdictsFail() {
        String[] same = {CTIME, "--targets", "suite:bookworm and amd64 and 6.1", "--fail-on", "changed"};
        Run run = check(same);
        assertEquals(ExitCode.FINE, run.code(), run.out());
        String depends = SAMPLES + "rodata_switch.bpf.o";
        assertEquals(ExitCode.FINE, check(depends, "--targets", TRIXIE).code());
        assertEquals(
                ExitCode.BROKEN,
                check(depends, "--targets", TRIXIE, "--fail-on", "conditional").code());
        Run wrong = check(CTIME, "--fail-on", "guarded");
        assertEquals(ExitCode.NO_ANSWER, wrong.code());
        assertTrue(wrong.err().contains("expected one of changed, conditional, no_btf, unknown, broken"), wrong.err());
    }

    @Test
    void whatWasBrokenBeforeIsSilent() {
        Run same = check(TASK, "--against", TASK);
        assertEquals(ExitCode.FINE, same.code(), same.out());
        assertTrue(same.last().matches("\u2713 .*: \\d+ kernels? unchanged; passes on .*"), same.last());
    }

    @Test
    void whatIsNewFailsAndWhatIsMendedIsTold() {
        String[] where = {"--targets", "amd64 and 5.10", "--targets", "amd64 and 6.1", "--targets", TRIXIE};
        Run worse = check(words(where, TASK, "--against", CTIME, "-q"));
        assertEquals(ExitCode.BROKEN, worse.code(), worse.out());
        assertTrue(worse.out().matches("(?s)\u2717 .*: \\d+ kernels? broke, \\d+ unchanged; .*"), worse.out());
        Run better = check(words(where, CTIME, "--against", TASK, "-q"));
        assertTrue(better.out().matches("(?s).*: \\d+ kernels? broke, \\d+ fixed, \\d+ unchanged; .*"), better.out());
    }

    @Test
    void aKernelThatFailsForOneProgramAndNowForAnotherBroke() {
        Run run = check(SAMPLES + "ctime.bpf.o", "--targets", TRIXIE, "--against", TASK);
        assertEquals(ExitCode.BROKEN, run.code(), run.out());
    }

    @Test
    void aBaselineThatCannotBeReadIsNoAnswer() throws IOException {
        Path cut = folder.resolve("cut.o");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(Path.of(TASK)), 500));
        Run run = check(TASK, "--against", cut.toString());
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.err().contains("cut.o: "), run.err());
        assertEquals("", run.out());
    }

    @Test
    void oneOfSeveralThatCannotBeReadKeepsNobodyFromTheOthers() throws IOException {
        Path cut = folder.resolve("cut.o");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(Path.of(TASK)), 500));
        Run fine = check(cut.toString(), TASK, "--targets", BULLSEYE, "--format", "json");
        assertEquals(ExitCode.NO_ANSWER, fine.code());
        assertEquals(
                "malformed", fine.json().path("errors").path(0).path("code").asString());
        assertEquals(1, fine.json().path("objects").size());
        assertEquals(
                ExitCode.BROKEN,
                check(cut.toString(), TASK, "--targets", TRIXIE, "-q").code(),
                "what breaks, breaks, whatever else could not be read");
        Run none = check(cut.toString(), "--format", "json");
        assertEquals(ExitCode.NO_ANSWER, none.code());
        assertEquals("no_answer", none.json().path("outcome").asString());
    }

    @Test
    void severalFormsComeFromOneAnalysisAndAreTheSameBytesTwice() throws IOException {
        Path json = folder.resolve("report.json");
        Path text = folder.resolve("report.txt");
        String[] words = {
            TASK, CTIME, "--targets", TRIXIE, "--output", "json=" + json, "--output", "text=" + text, "--quiet"
        };
        Run run = check(words);
        assertEquals(1, run.out().lines().count(), run.out());
        assertTrue(run.out().startsWith("\u2717 2 of 2 objects do not pass, on "), run.out());
        byte[] first = Files.readAllBytes(json);
        assertEquals(run.out().strip(), Files.readString(text).lines().toList().getLast());
        assertEquals(2, new ObjectMapper().readTree(first).path("objects").size());
        assertEquals(run.out(), check(words).out());
        assertTrue(Arrays.equals(first, Files.readAllBytes(json)));
        assertFalse(Files.exists(folder.resolve("report.json.unfinished")));
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaid() {
        Run run = check(TASK, "--targets", BULLSEYE, "--output", "text=" + folder.resolve("none/report.txt"));
        assertEquals(ExitCode.NO_ANSWER, run.code());
        assertTrue(run.err().contains("there is no folder " + folder.resolve("none")), run.err());
        assertEquals(ExitCode.NO_ANSWER, check(TASK, "--output", "relos=x").code());
    }

    /** Its text in one line. */
    private static String flat(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static String[] words(String[] more, String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
