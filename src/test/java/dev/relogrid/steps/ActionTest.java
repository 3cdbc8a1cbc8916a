package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.steps.Action.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Action on a push, which needs nobody else: what it prints, writes and ends with. */
final class ActionTest {
    private static final Map<String, String> PUSH = Map.of(
            "GITHUB_REPOSITORY", "someone/agent", "GITHUB_REF_NAME", "main", "GITHUB_API_URL", "http://127.0.0.1:1");

    @TempDir
    private Path dir = Path.of("");

    private Workspace workspace() {
        return new Workspace(dir.resolve("checkout"));
    }

    private Result run(Workspace workspace, Map<String, String> more) {
        Map<String, String> with = new HashMap<>(Map.of(
                "objects",
                "bpf/*.bpf.o\n",
                "targets",
                Workspace.TARGETS,
                "jar",
                ProgramJar.in(dir).toString()));
        with.putAll(more);
        return new Action(workspace, PUSH, "").run(with);
    }

    @Test
    void whatPassesPasses() {
        Workspace workspace = workspace().good("bpf/a.bpf.o").good("bpf/b c.bpf.o");
        Result result = run(workspace, Map.of());
        assertEquals("0 pass", result.code() + " " + result.output("outcome"), result::said);
        assertTrue(result.summary().contains("<!-- relogrid:"), result::summary);
        assertFalse(result.said().contains("::error"), result::said);
        assertEquals("relogrid.sarif", result.output("sarif"));
        assertTrue(workspace.read("relogrid.sarif").contains("\"2.1.0\""));
    }

    @Test
    void whatFailsIsAnnotated() {
        Result result = run(workspace().good("bpf/a.bpf.o").bad("bpf/b.bpf.o"), Map.of());
        assertEquals("1 fail", result.code() + " " + result.output("outcome"), result::said);
        assertTrue(result.said().contains("::error "), result::said);
        assertTrue(result.summary().contains("i_ctime"), result::summary);
    }

    @Test
    void whatFailedBeforeDoesNot() {
        Workspace workspace = workspace().bad("bpf/a.bpf.o").bad("before.bpf.o");
        Result same = run(workspace, Map.of("against", "before.bpf.o"));
        assertEquals("0 pass", same.code() + " " + same.output("outcome"), same::said);
        workspace.good("before.bpf.o");
        Result worse = run(workspace, Map.of("against", "before.bpf.o"));
        assertEquals("1 fail", worse.code() + " " + worse.output("outcome"), worse::said);
    }

    @Test
    void whatCannotBeReadHasNoAnswer() {
        Result cut = run(workspace().truncated("bpf/a.bpf.o"), Map.of());
        assertEquals("2 no_answer", cut.code() + " " + cut.output("outcome"), cut::said);
        assertTrue(cut.summary().contains("a.bpf.o"), cut::summary);
        Result none = run(workspace(), Map.of("objects", "nowhere/*.o"));
        assertEquals("2 no_answer", none.code() + " " + none.output("outcome"), none::said);
        assertTrue(none.said().contains("nowhere/*.o"), none::said);
    }

    @Test
    void aProgramThatDoesNotStartHasNoAnswer() {
        Result result = run(workspace().good("bpf/a.bpf.o"), Map.of("jar", "nowhere.jar"));
        assertEquals("2 no_answer", result.code() + " " + result.output("outcome"), result::said);
        assertTrue(result.summary().startsWith("**Relogrid has no answer.**"), result::summary);
        assertTrue(result.summary().contains("nowhere.jar"), result::summary);
        assertEquals("", result.output("sarif"));
    }

    @Test
    void thePolicyAndTheMildestFailureAreHandedOn() {
        Workspace workspace = workspace().bad("bpf/a.bpf.o");
        workspace.write(
                "lax.yaml",
                "watch: debian/bookworm\nrequired: 6.1 and debian/bullseye\n".getBytes(StandardCharsets.UTF_8));
        Result lax = run(workspace, Map.of("policy", "lax.yaml", "targets", ""));
        assertEquals("0 pass", lax.code() + " " + lax.output("outcome"), lax::said);
        Result wrong = run(workspace, Map.of("fail-on", "everything"));
        assertEquals("2 no_answer", wrong.code() + " " + wrong.output("outcome"), wrong::said);
        assertTrue(wrong.said().contains("--fail-on"), wrong::said);
    }

    @Test
    void withoutAJarTheCheckoutIsBuiltAndRun() {
        Result result = run(workspace().good("bpf/a.bpf.o"), Map.of("jar", ""));
        assertEquals("0 pass", result.code() + " " + result.output("outcome"), result::said);
    }

    @Test
    void onlyItsOwnInputsAreTaken() {
        assertThrows(IllegalArgumentException.class, () -> run(workspace(), Map.of("object", "a.bpf.o")));
        assertThrows(IllegalArgumentException.class, () -> new Expressions(Map.of()).text("${{ secrets.TOKEN }}"));
        assertThrows(IllegalArgumentException.class, () -> new Expressions(Map.of()).holds("always()"));
    }
}
