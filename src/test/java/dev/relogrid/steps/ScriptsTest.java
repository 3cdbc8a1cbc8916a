package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others copy into their repositories is short and sound. */
final class ScriptsTest {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 130;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ci/push",
                "ci/pre-commit",
                "ci/action/check.sh",
                "ci/action/comment.sh",
                "ci/action/action.yml",
                "ci/gitlab/relogrid.gitlab-ci.yml",
                "ci/relogrid.mk",
                ".pre-commit-hooks.yaml"
            })
    void filesAreShort(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        assertTrue(lines.size() <= MOST_LINES, () -> file + " has " + lines.size() + " lines");
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.length() > LONGEST_LINE).toList());
    }

    /** The one thing shellcheck says and these scripts mean: that {@code die} comes after either of two failures. */
    @ParameterizedTest
    @ValueSource(strings = {"ci/push", "ci/pre-commit", "ci/action/check.sh", "ci/action/comment.sh"})
    void scriptsAreSound(String file) {
        assertTrue(Files.isExecutable(Path.of(file)));
        assertAll(
                () -> assertEquals("", said("shellcheck", "--shell=sh", "--exclude=SC2015", file)),
                () -> assertEquals("", said("dash", "-n", file)),
                () -> assertEquals("", said("busybox", "sh", "-n", file)),
                () -> assertEquals("", said("bash", "--posix", "-n", file)));
    }

    private static String said(String... command) {
        Shell shell = Shell.run(Workspace.HOME, Map.of("LC_ALL", "C.UTF-8"), List.of(command));
        return shell.code() == 0 ? shell.out() + shell.err() : shell.toString();
    }
}
