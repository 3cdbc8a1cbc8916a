package dev.relogrid.matrix.project;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What projects, refs and paths may be called. */
final class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "main, BRANCH, main, main",
        "feature/x, BRANCH, feature/x, feature~x",
        "feature~x, BRANCH, feature/x, feature~x",
        "refs/heads/release/1.2, BRANCH, release/1.2, release~1.2",
        "refs/tags/v1.2, TAG, v1.2, v1.2",
        "refs~tags~v1.2, TAG, v1.2, v1.2",
        "0123456789abcdef0123456789abcdef01234567, COMMIT, 0123456789abcdef0123456789abcdef01234567, "
                + "0123456789abcdef0123456789abcdef01234567",
        "0123456789, BRANCH, 0123456789, 0123456789",
        "Größe, BRANCH, Größe, Größe"
    })
    void refsAreReadAsGitAndContinuousIntegrationWriteThem(
            String text, RefName.Kind kind, String name, String inAddress) {
        RefName ref = RefName.of(text);
        assertEquals(new RefName(kind, name), ref);
        assertEquals(inAddress, ref.inAddress());
        assertEquals(ref.name(), RefName.of(ref.inAddress()).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "/x", "x/", "a//b", "a..b", "a b", "a:b", "a\\b", "a*", "a^", "a\u0000", "refs/tags/"})
    void whatGitRefusesIsNoRef(String text) {
        assertThrows(BadName.class, () -> RefName.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"open.bpf.o", "bpf/open.bpf.o", "a b", "...", "-"})
    void relativePathsArePaths(String path) {
        assertDoesNotThrow(() -> new Attachment(RefName.of("main"), path, 1, "0123abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".", "../a", "a/./b", "a/..", "a\nb"})
    void otherPathsAreNot(String path) {
        assertThrows(BadName.class, () -> new Attachment(RefName.of("main"), path, 1, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "HEAD", "0123ABCDEF"})
    void commitsAreHexadecimal(String commit) {
        assertThrows(BadName.class, () -> new Attachment(RefName.of("main"), "a", 1, commit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                ".a",
                "A",
                "a b",
                "a/b",
                "ä",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1234"
            })
    void projectsHavePlainNames(String name) {
        assertThrows(BadName.class, () -> Project.checkName(name));
        assertDoesNotThrow(() -> Project.checkName("a"));
        assertDoesNotThrow(() -> Project.checkName("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123"));
    }
}
