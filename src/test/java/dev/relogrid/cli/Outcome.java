package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What one command ended with. */
record Outcome(int code, String out, String err) {

    /** Runs the command line in this process, its output going to no terminal. */
    static Outcome of(String... args) {
        return of(Terminal.none(Map.of()), args);
    }

    static Outcome of(Terminal terminal, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(args, stream(out), stream(err), terminal);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** Asserts that there is no answer: nothing on stdout, exactly this sentence on stderr. */
    void assertNoAnswer(String sentence) {
        assertEquals("", out);
        assertEquals("relogrid: " + sentence + "\n", err);
        assertEquals(ExitCode.NO_ANSWER, code);
    }

    /** The report, of a command that had an answer and nothing to complain about. */
    String report() {
        assertEquals("", err);
        assertEquals(ExitCode.FINE, code);
        return out;
    }
}
