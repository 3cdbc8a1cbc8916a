package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Makefile fragment, and the hook for pre-commit. */
final class MakeAndHookTest {
    private static final String MAKEFILE = """
            OBJECTS = a.bpf.o
            RELOGRID_FLAGS = --targets '%s'
            include %s/ci/relogrid.mk
            a.bpf.o: source ; cp source a.bpf.o
            """.formatted(Workspace.TARGETS, Workspace.HOME);

    @TempDir
    private Path dir = Path.of("");

    private Workspace workspace() {
        Workspace workspace = new Workspace(dir.resolve("checkout"));
        workspace.write("Makefile", MAKEFILE.getBytes(StandardCharsets.UTF_8));
        return workspace;
    }

    private Shell make(Workspace workspace, String target) {
        return workspace.run(Map.of("RELOGRID", "java -jar " + ProgramJar.in(dir)), "make", target);
    }

    @Test
    void makeBuildsJudgesAndSaysWhichCode() {
        Shell good = make(workspace().good("source"), "relogrid-check");
        assertEquals(0, good.code(), good::toString);
        assertTrue(good.out().contains("cp source a.bpf.o"), good::toString);
        Shell bad = make(workspace().bad("a.bpf.o"), "relogrid-check");
        assertEquals(2, bad.code(), bad::toString);
        assertTrue(bad.err().contains("relogrid-check] Error 1"), bad::toString);
        Shell cut = make(workspace().truncated("a.bpf.o"), "relogrid-check");
        assertTrue(cut.err().contains("relogrid-check] Error 2"), cut::toString);
    }

    @Test
    void whatFailedWhenTheBaselineWasKeptDoesNot() {
        Workspace workspace = workspace().bad("source");
        Shell kept = make(workspace, "relogrid-baseline");
        assertEquals(0, kept.code(), kept::toString);
        assertTrue(workspace.has("relogrid-baseline.json"));
        Shell same = make(workspace, "relogrid-check");
        assertEquals(0, same.code(), same::toString);

        make(workspace.good("a.bpf.o"), "relogrid-baseline");
        Shell broke = make(workspace.bad("a.bpf.o"), "relogrid-check");
        assertTrue(broke.err().contains("relogrid-check] Error 1"), broke::toString);
        Shell none = make(workspace.truncated("a.bpf.o"), "relogrid-baseline");
        assertTrue(none.err().contains("relogrid-baseline] Error"), none::toString);
    }

    /** As pre-commit calls a hook of the language script: the entry in the hook's own checkout, then the files. */
    private Shell hook(Workspace workspace, Map<String, String> environment, String file) {
        JsonNode hook = Yaml.file(".pre-commit-hooks.yaml").get(0);
        assertEquals("script", hook.path("language").asString());
        Map<String, String> all = new HashMap<>(environment);
        all.put("LC_ALL", "C.UTF-8");
        String entry = Workspace.HOME.resolve(hook.path("entry").asString()).toString();
        return workspace.run(all, entry, "--targets", Workspace.TARGETS, file);
    }

    @Test
    void theHookJudgesWhatIsCommitted() {
        Map<String, String> jar = Map.of("RELOGRID_JAR", ProgramJar.in(dir).toString());
        Shell good = hook(workspace().good("a.bpf.o"), jar, "a.bpf.o");
        assertEquals(0, good.code(), good::toString);
        Shell bad = hook(workspace().bad("a.bpf.o"), jar, "a.bpf.o");
        assertEquals(1, bad.code(), bad::toString);
        Shell cut = hook(workspace().truncated("a.bpf.o"), jar, "a.bpf.o");
        assertEquals(2, cut.code(), cut::toString);
        Shell built = hook(workspace().good("a.bpf.o"), Map.of(), "a.bpf.o");
        assertEquals(0, built.code(), built::toString);
    }

    @Test
    void theHookWantsObjects() {
        JsonNode hook = Yaml.file(".pre-commit-hooks.yaml").get(0);
        Pattern files = Pattern.compile(hook.path("files").asString());
        assertTrue(files.matcher("bpf/open.bpf.o").find());
        assertTrue(files.matcher("probe_x86_bpfel.o").find());
        assertFalse(files.matcher("main.o").find());
        assertFalse(files.matcher("open.bpf.c").find());
        assertTrue(hook.path("require_serial").asBoolean());
    }
}
