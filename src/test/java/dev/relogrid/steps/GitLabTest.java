package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.steps.GitLabJob.Result;
import dev.relogrid.steps.GitLabJob.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** GitLab's template, with and without a service. */
@ServiceTest
final class GitLabTest {
    private static final GitLabJob CHECK = new GitLabJob("relogrid:check");
    private static final GitLabJob PUSH = new GitLabJob("relogrid:push");
    private static final String[] SH = {"sh"};
    private static final String[] BUSYBOX = {"busybox", "sh"};
    private static final String[] BASH = {"bash", "-eo", "pipefail"};

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TempDir
    private Path dir = Path.of("");

    private final String project = "gitlab-" + UUID.randomUUID();

    private Workspace workspace() {
        return new Workspace(dir.resolve("checkout"));
    }

    private Map<String, String> offline() {
        return new HashMap<>(Map.of(
                "RELOGRID_JAR",
                ProgramJar.in(dir).toString(),
                "RELOGRID_TARGETS",
                Workspace.TARGETS,
                "CI_COMMIT_REF_NAME",
                "main",
                "CI_PROJECT_PATH_SLUG",
                project));
    }

    private Map<String, String> online(String ref) throws IOException {
        workspace()
                .write("ci/push", Files.readAllBytes(Workspace.HOME.resolve("ci/push")))
                .toFile()
                .setExecutable(true);
        String token =
                tokens.create(NewToken.lasting("gitlab tests", Scope.UPLOAD)).secret();
        return new HashMap<>(Map.of(
                "RELOGRID_URL", "http://127.0.0.1:" + port,
                "RELOGRID_TOKEN", token,
                "CI_COMMIT_REF_NAME", ref,
                "CI_PROJECT_PATH_SLUG", project));
    }

    private static void shows(Shown shown, int code, Result result) {
        assertEquals(shown + " " + code, result.shown() + " " + result.shell().code(), result::toString);
    }

    @Test
    void withoutVariablesNothingRuns() {
        shows(Shown.ABSENT, 0, CHECK.run(workspace().good("a.bpf.o"), Map.of(), SH));
        shows(Shown.ABSENT, 0, PUSH.run(workspace(), Map.of("RELOGRID_URL", ""), SH));
    }

    @Test
    void theRunnerJudgesAndLeavesItsReports() {
        Workspace workspace = workspace();
        shows(Shown.PASSED, 0, CHECK.run(workspace.good("a.bpf.o").good("b.bpf.o"), offline(), BASH));
        shows(Shown.FAILED, 1, CHECK.run(workspace.bad("b.bpf.o"), offline(), SH));
        assertTrue(CHECK.keepsReportsWhenItFails());
        String quality = workspace.read(CHECK.report("codequality"));
        assertTrue(quality.startsWith("[") && quality.contains("\"fingerprint\""), quality);
        String junit = workspace.read(CHECK.report("junit"));
        assertTrue(junit.startsWith("<?xml") && junit.contains("<failure"), junit);
        shows(Shown.WARNING, 2, CHECK.run(workspace.good("b.bpf.o").truncated("c.bpf.o"), offline(), SH));
    }

    @Test
    void aProgramThatDoesNotStartIsAWarning() {
        Map<String, String> none = offline();
        none.put("RELOGRID_JAR", "nowhere.jar");
        shows(Shown.WARNING, 2, CHECK.run(workspace().good("a.bpf.o"), none, BASH));
        shows(Shown.WARNING, 2, CHECK.run(workspace().good("a.bpf.o"), none, SH));
    }

    @Test
    void theRunnerComparesWithAFile() {
        Map<String, String> against = offline();
        against.put("RELOGRID_AGAINST", "before.o");
        Workspace workspace = workspace().bad("a.bpf.o").bad("before.o");
        shows(Shown.PASSED, 0, CHECK.run(workspace, against, SH));
        shows(Shown.FAILED, 1, CHECK.run(workspace.good("before.o"), against, SH));
    }

    @Test
    void aMergeRequestIsHeldAgainstItsTarget() throws IOException {
        Workspace workspace = workspace().bad("a.bpf.o");
        shows(Shown.FAILED, 1, PUSH.run(workspace, online("main"), SH));
        Map<String, String> request = online("feature/x");
        request.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
        Result same = PUSH.run(workspace, request, BUSYBOX);
        shows(Shown.PASSED, 0, same);
        assertEquals(same.shell().out(), workspace.read("relogrid.md"));
        shows(Shown.PASSED, 0, PUSH.run(workspace.good("a.bpf.o"), online("main"), BASH));
        shows(Shown.FAILED, 1, PUSH.run(workspace.bad("a.bpf.o"), request, SH));
    }

    @Test
    void everyTroubleIsAWarning() throws IOException {
        Workspace workspace = workspace().good("a.bpf.o");
        Map<String, String> down = online("main");
        down.put("RELOGRID_URL", "http://127.0.0.1:1");
        shows(Shown.WARNING, 2, PUSH.run(workspace, down, SH));
        Map<String, String> wrong = online("main");
        wrong.put("RELOGRID_TOKEN", "wrong");
        shows(Shown.WARNING, 2, PUSH.run(workspace, wrong, BASH));
        shows(Shown.WARNING, 2, PUSH.run(workspace.truncated("a.bpf.o"), online("main"), SH));
    }
}
