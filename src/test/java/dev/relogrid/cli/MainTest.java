package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    @Test
    void versionAndHelpAreAnswers() {
        assertTrue(Outcome.of("--version").report().startsWith("relogrid "));
        assertTrue(Outcome.of("--help").report().contains("Exit codes: 0"));
    }

    @Test
    void wrongUsageIsOneSentence() {
        Outcome.of().assertNoAnswer("expected a command (see 'relogrid --help')");
        Outcome.of("x").assertNoAnswer("no command 'x' (see 'relogrid --help')");
        Outcome.of("kernls").assertNoAnswer("no command 'kernls', did you mean 'kernels'? (see 'relogrid --help')");
        Outcome.of("inspect", "a", "b").assertNoAnswer("unexpected argument 'b' (see 'relogrid inspect --help')");
        Outcome.of("inspect", "--nonsense", "a")
                .assertNoAnswer("unknown option '--nonsense' (see 'relogrid inspect --help')");
        Outcome.of("btf").assertNoAnswer("expected a command: dump (see 'relogrid btf --help')");
        Outcome.of("--nonsense").assertNoAnswer("unknown option '--nonsense' (see 'relogrid --help')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "explain",
                "history",
                "who-uses",
                "kernels",
                "inspect",
                "btf dump",
                "archive add",
                "archive verify"
            })
    void everyCommandHasHelpThatFitsATerminal(String command) {
        String help = Outcome.of((command + " --help").split(" ")).report();
        assertTrue(help.contains("Usage: relogrid " + command + " "), help);
        assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    }

    @Test
    void aReaderThatLeavesIsNoReasonToComplain() {
        assertEquals("", complaintAbout("Broken pipe"));
    }

    @Test
    void aFullDiskIs() {
        assertEquals(
                "relogrid: cannot write the report: No space left on device\n",
                complaintAbout("No space left on device"));
    }

    private static String complaintAbout(String error) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(error);
            }
        };
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                new String[] {"--help"},
                new PrintStream(new ReportStream(broken), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        assertEquals(ExitCode.NO_ANSWER, code);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aBugIsOneSentenceAndItsTraceWaitsForDebug() {
        String silent = failure(new IllegalStateException("odd"), false);
        assertEquals("relogrid: a bug of ours, java.lang.IllegalStateException: odd; --debug shows where\n", silent);
        assertTrue(failure(new IllegalStateException("odd"), true).contains("\tat dev.relogrid.cli.MainTest"));
        assertFalse(silent.contains("\tat "));
    }

    private static String failure(Throwable problem, boolean debug) {
        var text = new StringWriter();
        assertEquals(ExitCode.NO_ANSWER, Failures.execution(problem, new PrintWriter(text), debug));
        return text.toString();
    }
}
