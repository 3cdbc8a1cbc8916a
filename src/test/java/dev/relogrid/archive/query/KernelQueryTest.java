package dev.relogrid.archive.query;

import static dev.relogrid.archive.query.SyntheticCatalog.ENTRIES;
import static dev.relogrid.archive.query.SyntheticCatalog.releases;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.query.Expression.And;
import dev.relogrid.archive.query.Expression.Not;
import dev.relogrid.archive.query.Expression.Or;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kernels a query means, on a catalog small enough to say it by hand. */
final class KernelQueryTest {
    private static void assertMeans(String query, Predicate<KernelId> wanted) {
        List<CatalogEntry> expected =
                ENTRIES.stream().filter(entry -> wanted.test(entry.id())).toList();
        assertFalse(expected.isEmpty(), query);
        assertEquals(expected, KernelQuery.parse(query).select(ENTRIES), query);
    }

    private static Predicate<KernelId> release(String... beginnings) {
        return id -> List.of(beginnings).stream().anyMatch(id.release()::startsWith);
    }

    @Test
    void linesTakeInTheirPockets() {
        assertMeans("debian 12", id -> id.suite().startsWith("bookworm"));
        assertMeans("debian bookworm-security", id -> id.suite().startsWith("bookworm"));
        assertMeans("debian 11..12", id -> id.suite().startsWith("b"));
        assertMeans(
                "debian > 12", id -> List.of("trixie", "sid", "experimental").contains(id.suite()));
        assertMeans("debian <= bookworm", id -> id.suite().startsWith("b"));
        assertMeans("debian sid", id -> id.suite().equals("sid"));
        assertMeans("debian > sid", id -> id.suite().equals("experimental"));
        assertMeans("debian 13..sid", id -> List.of("trixie", "sid").contains(id.suite()));
        assertMeans("ubuntu < 22", id -> id.suite().equals("20.04"));
        assertMeans("ubuntu 20.04..22.04", id -> id.distro().equals("ubuntu"));
        assertMeans("suite:bookworm", id -> id.suite().equals("bookworm"));
        assertMeans("suite:*-backports", id -> id.suite().equals("bookworm-backports"));
    }

    @Test
    void versionsAreThoseOfLinux() {
        assertMeans("6.1", release("6.1."));
        assertMeans("6.1.176", release("6.1.0-50"));
        assertMeans("6.1.0", release("6.1.0-"));
        assertMeans(">= 6.1.175", release("6.1.0-5", "6.12", "7"));
        assertMeans("5.10..6.1.174", release("5.1", "6.1.0-0", "6.1.0-9"));
        assertMeans("<= 6.12 and > 6.1", release("6.12"));
        assertMeans("= 7", release("7"));
        assertMeans("5.15", release("5.15"));
        assertMeans("7.3", release("7.3"));
        assertMeans("lts", release("5.10", "5.15", "6.1.", "6.12."));
    }

    @Test
    void propertiesAreExactUnlessAPattern() {
        assertMeans(
                "flavour:amd64",
                id -> id.release().endsWith("-amd64") && !id.release().contains("-rt-"));
        assertMeans(
                "cloud, rt",
                id -> id.release().contains("cloud") || id.release().contains("-rt-"));
        assertMeans("flavour:rt-*", id -> id.release().contains("-rt-"));
        assertMeans("arch:arm64 and not cloud", id -> id.release().endsWith("16k"));
        assertMeans("distro:ubuntu", id -> id.distro().equals("ubuntu"));
    }

    @Test
    void partsOfIdsMeanTheClosestThereIs() {
        assertMeans(
                "debian/bookworm/amd64/6.1.0-50-amd64",
                id -> id.toString().equals("debian/bookworm/amd64/6.1.0-50-amd64"));
        assertMeans("6.1.0-50-amd64", id -> id.release().equals("6.1.0-50-amd64"));
        assertMeans("50-rt", release("6.1.0-50-rt"));
        assertMeans("bookworm", id -> id.suite().startsWith("bookworm"));
        assertMeans("debian/*/6.1?.*", release("6.12"));
        assertMeans("not debian", id -> !id.distro().equals("debian"));
    }

    @Test
    void latestCountsBuildsOfALineAnArchitectureAndAFlavour() {
        assertEquals(
                List.of(
                        "bullseye-security 6.1.0-0.deb11.49-amd64",
                        "bookworm 6.1.0-50-rt-amd64",
                        "bookworm 6.1.0-50-cloud-arm64",
                        "bookworm-backports 6.12.9+deb12-amd64",
                        "trixie 6.12.107+deb13-amd64",
                        "trixie 6.12.107+deb13-arm64-16k",
                        "sid 7.2.13+deb14-amd64",
                        "experimental 7.3~rc7-amd64",
                        "20.04 5.4.0-100-generic",
                        "22.04 5.15.0-25-generic"),
                releases("latest"));
        assertEquals(
                List.of("bookworm-security 6.1.0-52-amd64"),
                releases("latest and flavour:amd64 and debian 12 and 6.1"));
        assertEquals(
                List.of(
                        "bookworm 6.1.0-50-amd64",
                        "bookworm-security 6.1.0-50-amd64",
                        "bookworm-security 6.1.0-52-amd64"),
                releases("debian 12 and 6.1 and flavour:amd64 and latest 2"),
                "a build in two suites is one build");
    }

    @Test
    void latestAsksAboutEverythingElseOfItsAnd() {
        assertEquals(List.of("20.04 5.4.0-42-generic"), releases("not latest and latest 2 and ubuntu"));
        assertEquals(releases("latest 2 and not latest and ubuntu"), releases("ubuntu and not latest and latest 2"));
        assertEquals(
                List.of("bookworm-security 6.1.0-52-amd64"),
                releases("arch:amd64 and flavour:amd64 and bookworm and 6.1 and (latest or rt)"));
        assertEquals(releases("all"), releases("latest 999999999"));
    }

    @Test
    void severalQueriesAddUpInTheOrderOfTheArchive() {
        List<KernelQuery> queries =
                List.of(KernelQuery.parse("sid"), KernelQuery.parse("debian 11"), KernelQuery.parse("sid"));

        assertEquals(KernelQuery.parse("debian 11, sid").select(ENTRIES), KernelQuery.select(queries, ENTRIES));
        assertThrows(
                ArchiveProblem.class,
                () -> KernelQuery.select(List.of(KernelQuery.parse("all"), KernelQuery.parse("4.19")), ENTRIES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "arch:amd46 | the archive has arch amd64, arm64, x86_64; ",
                "lts and arch:amd46 | the archive has arch amd64, arm64, x86_64; 'lts' matches 12; ",
                "debian 15 | the archive has debian 11, 12, 13, experimental, sid; ",
                "fedora >= 40 | the archive has distro debian, ubuntu; ",
                "6.6 | the archive has 5.4, 5.10, 5.15, 6.1, 6.12, 7.2, 7.3; ",
                "suite:trixy | the archive has suite 20.04, 22.04, bookworm, bookworm-backports, bookworm-security, "
                        + "bullseye, bullseye-security, experimental, sid, trixie; ",
                "trixie/amd64x | 'trixie/amd64' matches 1; ",
                "7.2.13x | '7.2.13' matches 1; ",
                "debian 11 and rt and amd64 | 'rt and amd64' matches 1; ",
                "sid and ubuntu | 'sid' matches 1; ",
                "not all | ''"
            })
    void nothingFoundSaysWhatWouldBe(String query, String hint) {
        String near = hint.equals("''") ? "" : hint + (hint.endsWith(" ") ? "" : " ");
        assertEquals(
                "no kernel matches '" + query + "'; " + near + "'relogrid kernels' lists all 16",
                assertThrows(
                                ArchiveProblem.class,
                                () -> KernelQuery.parse(query).select(ENTRIES))
                        .getMessage());
    }

    @Test
    void aPartOfNoIdIsASlipWhereverItStands() {
        for (String query : List.of("not bookwrm", "sid or bookwrm", "all and not (lts or bookwrm)")) {
            assertEquals(
                    "no kernel matches 'bookwrm'; 'bookw' matches 7; 'relogrid kernels' lists all 16",
                    assertThrows(
                                    ArchiveProblem.class,
                                    () -> KernelQuery.parse(query).select(ENTRIES))
                            .getMessage());
        }
        assertEquals(releases("all"), releases("not arch:s390x"));
    }

    @Test
    void lawsOfSets() {
        Selector selector = new Selector(ENTRIES);
        RandomQueries random = new RandomQueries(9);
        for (int round = 0; round < 3_000; round++) {
            Expression a = random.expression(2);
            Expression b = random.expression(2);
            assertSame(selector, a, new Not(new Not(a)));
            assertSame(selector, new And(List.of(a, b)), new And(List.of(b, a)));
            assertSame(selector, new Or(List.of(a, b)), new Or(List.of(b, a)));
            assertSame(selector, new Or(List.of(a, b)), new Not(new And(List.of(new Not(a), new Not(b)))), a, b);
            BitSet both = selector.select(new And(List.of(a, b)), selector.all());
            BitSet some = selector.select(new Or(List.of(a, b)), selector.all());
            both.andNot(some);
            assertTrue(both.isEmpty() || asksForLatest(a, b), a + " and " + b);
        }
    }

    /** The last law holds unless what is newest depends on the other one. */
    private static void assertSame(Selector selector, Expression x, Expression y, Expression... parts) {
        if (!asksForLatest(parts)) {
            assertEquals(selector.select(x, selector.all()), selector.select(y, selector.all()), x + " and " + y);
        }
    }

    private static boolean asksForLatest(Expression... expressions) {
        return List.of(expressions).toString().contains("latest");
    }

    @Test
    void patternsFitAsRegularExpressionsDo() {
        Random random = new Random(10);
        int fitting = 0;
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "ab*?", 6);
            String text = text(random, "ab", 6);
            boolean fits = text.matches(pattern.replace("*", ".*").replace("?", "."));
            assertEquals(fits, PartOfId.fits(pattern, text), () -> pattern + " on " + text);
            fitting += fits ? 1 : 0;
        }
        assertTrue(fitting > 1_000);
        assertFalse(PartOfId.fits("*a".repeat(2_000) + "b", "a".repeat(20_000)), "and that in no time");
    }

    private static String text(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(length); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void theDocumentNamesTheSameLongtermSeries() throws IOException {
        String document = Files.readString(Path.of("docs", "QUERIES.md"));

        assertTrue(document.contains("| `lts` | the longterm series: " + Longterm.names() + " |"), Longterm.names());
    }
}
