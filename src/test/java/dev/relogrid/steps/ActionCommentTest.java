package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.steps.Action.Result;
import dev.relogrid.steps.GitHubComments.Comment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Action's comment on a pull request: one, edited in place, and silent when it has nothing new to say. */
final class ActionCommentTest {
    private static final String CREATED = "POST /repos/someone/agent/issues/7/comments";

    @TempDir
    private Path dir = Path.of("");

    private GitHubComments github;

    @BeforeEach
    void start() throws IOException {
        github = new GitHubComments();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private Workspace workspace() {
        return new Workspace(dir.resolve("checkout"));
    }

    private Result run(Workspace workspace, Map<String, String> more) {
        Map<String, String> event = Map.of(
                "GITHUB_REPOSITORY",
                "someone/agent",
                "GITHUB_REF_NAME",
                "7/merge",
                "GITHUB_BASE_REF",
                "main",
                "GITHUB_API_URL",
                github.url());
        Map<String, String> with = new HashMap<>(Map.of(
                "objects",
                "a.bpf.o",
                "targets",
                Workspace.TARGETS,
                "jar",
                ProgramJar.in(dir).toString()));
        with.putAll(more);
        return new Action(workspace, event, "7").run(with);
    }

    @Test
    void oneCommentIsKept() {
        github.add(7, "someone", "looks good");
        github.add(8, GitHubComments.BOT, "<!-- relogrid: of another pull request -->");
        Result first = run(workspace().good("a.bpf.o"), Map.of());
        assertEquals(0, first.code(), first::said);
        assertEquals(List.of(CREATED), github.writes(), first::said);
        Comment comment = github.comments().getLast();
        assertEquals(first.summary(), comment.body());

        run(workspace(), Map.of());
        assertEquals(List.of(CREATED), github.writes());

        Result broken = run(workspace().bad("a.bpf.o"), Map.of());
        assertEquals(1, broken.code(), broken::said);
        String edited = "PATCH /repos/someone/agent/issues/comments/" + comment.id();
        assertEquals(List.of(CREATED, edited), github.writes(), broken::said);
        assertEquals(3, github.comments().size());
        assertEquals(broken.summary(), github.comments().getLast().body());
    }

    @Test
    void itIsFoundBehindManyOthersAndNotMistaken() {
        Result first = run(workspace().good("a.bpf.o"), Map.of("comment", "false"));
        assertEquals(List.of(), github.writes(), first::said);
        String marker = first.summary()
                .lines()
                .filter(line -> line.startsWith("<!-- relogrid:"))
                .findFirst()
                .orElseThrow();
        github.add(7, "someone", marker + "\nall is well");
        for (int i = 0; i < 230; i++) {
            github.add(7, "someone", "> " + marker + "\n\"quoted\" \u00fc \\ " + i);
        }
        github.add(7, GitHubComments.BOT, marker + "\r\nas it was");
        Result second = run(workspace(), Map.of());
        assertEquals(List.of("PATCH /repos/someone/agent/issues/comments/232"), github.writes(), second::said);
        assertEquals(second.summary(), github.comments().getLast().body());
    }

    @Test
    void noAnswerLeavesTheLastOne() {
        run(workspace().good("a.bpf.o"), Map.of());
        Result none = run(workspace(), Map.of("jar", "nowhere.jar"));
        assertEquals(2, none.code(), none::said);
        assertEquals(List.of(CREATED), github.writes());
    }

    @Test
    void aCommentThatCannotBeWrittenIsAWarning() {
        github.refuseWriting();
        Result fork = run(workspace().bad("a.bpf.o"), Map.of());
        assertEquals(1, fork.code(), fork::said);
        assertTrue(
                fork.said().contains("::warning title=Relogrid::the comment was not written: GitHub answers 403"),
                fork::said);
        Result stranger = run(workspace().good("a.bpf.o"), Map.of("github-token", "wrong"));
        assertEquals(0, stranger.code(), stranger::said);
        assertTrue(stranger.said().contains("GitHub answers 401"), stranger::said);
        github.close();
        Result away = run(workspace(), Map.of());
        assertEquals(0, away.code(), away::said);
        assertTrue(away.said().contains("GitHub cannot be reached"), away::said);
    }
}
