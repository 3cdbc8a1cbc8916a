package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.steps.Action.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Action that asks a service, on the branch and on a pull request to it. */
@ServiceTest
final class ActionPushTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @TempDir
    private Path dir = Path.of("");

    private final String project = "action-" + UUID.randomUUID();

    private Workspace workspace() {
        return new Workspace(dir.resolve("checkout"));
    }

    private Map<String, String> with() {
        String token =
                tokens.create(NewToken.lasting("action tests", Scope.UPLOAD)).secret();
        return new HashMap<>(
                Map.of("objects", "*.bpf.o", "server", "http://127.0.0.1:" + port, "token", token, "project", project));
    }

    private Result onMain(Workspace workspace, Map<String, String> with) {
        return new Action(workspace, Map.of("GITHUB_REPOSITORY", "someone/Agent", "GITHUB_REF_NAME", "main"), "")
                .run(with);
    }

    private Result onPullRequest(Workspace workspace, GitHubComments github) {
        Map<String, String> event = Map.of(
                "GITHUB_REPOSITORY",
                "someone/agent",
                "GITHUB_REF_NAME",
                "7/merge",
                "GITHUB_BASE_REF",
                "main",
                "GITHUB_API_URL",
                github.url());
        return new Action(workspace, event, "7").run(with());
    }

    @Test
    void aPullRequestIsHeldAgainstItsBase() throws IOException {
        Result main = onMain(workspace().good("a.bpf.o"), with());
        assertEquals("0 pass", main.code() + " " + main.output("outcome"), main::said);
        try (GitHubComments github = new GitHubComments()) {
            Result worse = onPullRequest(workspace().bad("a.bpf.o"), github);
            assertEquals("1 fail", worse.code() + " " + worse.output("outcome"), worse::said);
            assertEquals(worse.summary(), github.comments().getLast().body());
            Result again = onPullRequest(workspace().good("a.bpf.o"), github);
            assertEquals("0 pass", again.code() + " " + again.output("outcome"), again::said);
            assertEquals(again.summary(), github.comments().getLast().body());
            assertEquals(
                    List.of("POST", "PATCH"),
                    github.writes().stream()
                            .map(write -> write.substring(0, write.indexOf(' ')))
                            .toList());
        }
    }

    @Test
    void whatMainHasFailsNobodyElse() throws IOException {
        Result main = onMain(workspace().bad("a.bpf.o"), with());
        assertEquals("1 fail", main.code() + " " + main.output("outcome"), main::said);
        try (GitHubComments github = new GitHubComments()) {
            Result same = onPullRequest(workspace(), github);
            assertEquals("0 pass", same.code() + " " + same.output("outcome"), same::said);
        }
    }

    @Test
    void everyTroubleIsNoAnswer() {
        Map<String, String> wrong = with();
        wrong.put("token", "nobodys-token");
        Result refused = onMain(workspace().good("a.bpf.o"), wrong);
        assertEquals("2 no_answer", refused.code() + " " + refused.output("outcome"), refused::said);
        assertTrue(refused.summary().contains("the service answers 401"), refused::summary);
        assertFalse(refused.said().contains("nobodys-token"), refused::said);

        Map<String, String> down = with();
        down.put("server", "http://127.0.0.1:1");
        Result away = onMain(workspace(), down);
        assertEquals("2 no_answer", away.code() + " " + away.output("outcome"), away::said);
        assertTrue(away.summary().contains("the service cannot be reached"), away::summary);

        Result cut = onMain(workspace().truncated("a.bpf.o"), with());
        assertEquals("2 no_answer", cut.code() + " " + cut.output("outcome"), cut::said);
    }

    @Test
    void theProjectIsCalledAsTheRepository() {
        Map<String, String> with = with();
        with.remove("project");
        Result main = onMain(workspace().good("a.bpf.o"), with);
        assertEquals("0 pass", main.code() + " " + main.output("outcome"), main::said);
    }
}
