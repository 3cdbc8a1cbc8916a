package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class KernelsCommandTest {
    private static final String ARCHIVE = "--archive=" + ShippedFiles.ARCHIVE;

    @TempDir
    private Path dir = Path.of("");

    private static Outcome kernels(String... args) {
        return Outcome.of(
                Stream.concat(Stream.of("kernels", ARCHIVE), Stream.of(args)).toArray(String[]::new));
    }

    private static List<String> ids(String... args) {
        return kernels(args)
                .report()
                .lines()
                .filter(line -> line.startsWith("  debian/"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
    }

    @Test
    void allAreListedInTheOrderOfTheArchive() {
        List<String> all = ShippedFiles.entries().stream()
                .map(entry -> entry.id().toString())
                .toList();
        assertTrue(all.size() >= 12, all::toString);
        assertEquals(all, ids());
        assertTrue(kernels().report().endsWith("\n" + all.size() + " kernels\n"));
    }

    @Test
    void aPartOfAnIdOrAPatternSelects() {
        assertEquals(ids().stream().filter(id -> id.contains("/arm64/")).toList(), ids("/arm64/"));
        assertEquals(ids("/arm64/"), ids("*/arm64/*"));
        assertEquals(1, ids("debian/trixie/amd64/6.12.10?+deb13-cloud-amd64").size());
        assertTrue(kernels("arm64").report().contains(" of " + ids().size() + " kernels\n"));
    }

    @Test
    void aQuerySelects() {
        List<String> line12AndNewer = ids().stream()
                .filter(id -> id.contains("/arm64/") && !id.contains("/bullseye"))
                .toList();
        assertFalse(line12AndNewer.isEmpty());
        assertEquals(line12AndNewer, ids("debian >= 12 and arch:arm64"));
        assertEquals(line12AndNewer, ids("debian", ">=", "12", "and", "arch:arm64"), "words are joined");
        assertEquals(ids(), ids("all"));
        assertEquals(ids("suite:sid"), ids("debian sid"));
        assertTrue(ids("latest").size() < ids().size());
        assertTrue(ids("lts").stream().noneMatch(id -> id.matches(".*/(6\\.16|6\\.19|7)\\..*")));
    }

    @Test
    void whatIsListedIsAQueryForIt() {
        List<String> some = ids("not latest or cloud");
        assertEquals(some, ids(String.join(", ", some)));
    }

    @Test
    void whatMatchesNothingIsNoAnswer() {
        int all = ids().size();
        int near = ids("trixie/amd64").size();
        kernels("trixie/amd64x")
                .assertNoAnswer("no kernel matches 'trixie/amd64x'; 'trixie/amd64' matches " + near
                        + "; 'relogrid kernels' lists all " + all);
        kernels("[a-z").assertNoAnswer("no kernel matches '[a-z'; 'relogrid kernels' lists all " + all);
        kernels("debian 11 and > 6.1")
                .assertNoAnswer("no kernel matches 'debian 11 and > 6.1'; 'debian 11' matches "
                        + ids("debian 11").size() + "; 'relogrid kernels' lists all " + all);
    }

    @Test
    void whatIsNoQueryIsNoAnswer() {
        kernels("debian >=")
                .assertNoAnswer(
                        "query 'debian >=', column 10: expected a number or a suite of debian but found the end");
    }

    @Test
    void anEmptyArchiveSaysWhatToDo() throws IOException {
        Files.writeString(dir.resolve("catalog.json"), "{\"format\": 1, \"kernels\": []}");
        Outcome.of("kernels", "--archive", dir.toString())
                .assertNoAnswer("the archive in " + dir + " has no kernels: 'relogrid archive add' puts one in");
    }

    @Test
    void noArchiveSaysWhatToDo() {
        Path none = dir.resolve("none");
        Outcome.of("kernels", "--archive", none.toString())
                .assertNoAnswer("no archive in " + none + " (no catalog.json): 'relogrid archive add' makes one");
    }

    @Test
    void jsonHasTheSameAndMore() {
        JsonNode report = new ObjectMapper()
                .readTree(kernels("--format=json", "--types", "= 7.3.4").report());
        assertEquals("7.3.4", report.get("query").asString());
        JsonNode kernels = report.get("kernels");
        assertEquals(1, kernels.size());
        assertEquals(ids("7.3.4").getFirst(), kernels.at("/0/id").asString());
        assertEquals("amd64", kernels.at("/0/arch").asString());
        assertTrue(kernels.at("/0/types").asInt() > 100_000, kernels::toString);
        assertTrue(kernels.at("/0/modules").size() > 0, kernels::toString);
    }
}
