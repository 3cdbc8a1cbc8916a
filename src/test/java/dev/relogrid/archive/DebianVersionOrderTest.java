package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions in Debian's order: as its manual says, as dpkg itself says, and without contradictions. */
final class DebianVersionOrderTest {
    private static final DebianVersionOrder ORDER = DebianVersionOrder.INSTANCE;

    /** A build Debian had. */
    private record Build(String suite, String version, String release) {
        KernelId id() {
            return new KernelId("debian", suite, "amd64", release);
        }
    }

    private static final List<Build> BUILDS = builds();

    /** Oldest first. */
    private static final List<String> SORTED = List.of(
            "",
            "1.0~~",
            "1.0~~a",
            "1.0~",
            "1.0",
            "1.0-0+deb13u1",
            "1.0-1~bpo12+1",
            "1.0-1",
            "1.0-1a",
            "1.0-1+b1",
            "1.0a",
            "1.0+dfsg-1",
            "1.0.1",
            "5.10.218-1",
            "5.10.223-1",
            "6.1.174-1~deb11u1",
            "6.1.174-1",
            "6.9",
            "6.12.74-2~bpo12+1",
            "6.12.74-2",
            "6.12.107-1",
            "7.3~rc7-1~exp1",
            "7.3-1",
            "99999999999999999999.1",
            "1:0.1",
            "2:0",
            "10:0");

    @TempDir
    private Path dir = Path.of("");

    @Test
    void orderOfTheManual() {
        for (int i = 0; i < SORTED.size(); i++) {
            for (int j = 0; j < SORTED.size(); j++) {
                String a = SORTED.get(i);
                String b = SORTED.get(j);
                assertEquals(Integer.compare(i, j), Integer.signum(ORDER.compare(a, b)), () -> a + " and " + b);
            }
        }
    }

    @Test
    void differentSpellingsMayBeEqual() {
        for (String spelling : List.of("1.0-0", "1.00", "0:1.0", "01.0", "00:1.0-00", "1.0-")) {
            assertEquals(0, ORDER.compare("1.0", spelling), spelling);
        }
    }

    @Test
    void upstreamIsWithoutEpochAndRevision() {
        assertEquals("6.12.107", DebianVersionOrder.upstreamOf("1:6.12.107-1~bpo12+1"));
        assertEquals("5.4-rc1", DebianVersionOrder.upstreamOf("5.4-rc1-2"));
        assertEquals("", DebianVersionOrder.upstreamOf(""));
    }

    @Test
    void anyTextsHaveOneOrder() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            assertOrdered(ORDER, text(random), text(random), text(random));
        }
    }

    @Test
    void anyReleasesHaveOneOrderInWhichOnlyEqualOnesAreEqual() {
        Random random = new Random(4);
        for (int round = 0; round < 20_000; round++) {
            String a = text(random);
            String b = text(random);
            assertOrdered(ReleaseOrder.INSTANCE, a, b, text(random));
            assertEquals(a.equals(b), ReleaseOrder.INSTANCE.compare(a, b) == 0, () -> a + " and " + b);
        }
    }

    /** Antisymmetry and transitivity; equal ones compare alike with a third. */
    private static void assertOrdered(Comparator<String> order, String a, String b, String c) {
        List<String> sorted = new ArrayList<>(List.of(a, b, c));
        sorted.sort(order);
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                String x = sorted.get(i);
                String y = sorted.get(j);
                int forth = Integer.signum(order.compare(x, y));
                assertEquals(-forth, Integer.signum(order.compare(y, x)), () -> x + " and " + y);
                assertTrue(i == j ? forth == 0 : i < j ? forth <= 0 : forth >= 0, () -> "sorted " + sorted);
            }
        }
        int first = Integer.signum(order.compare(a, b));
        if (first == 0) {
            assertEquals(Integer.signum(order.compare(a, c)), Integer.signum(order.compare(b, c)), () -> a + ", " + b);
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(7), 0, 10)
                .mapToObj(i -> "0019ab~+.-:".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    @Test
    void dpkgAgrees() throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>(SORTED.subList(1, SORTED.size()));
        BUILDS.stream().map(Build::version).distinct().forEach(versions::add);
        Random random = new Random(5);
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String a = versions.get(random.nextInt(versions.size()));
            String b = versions.get(random.nextInt(versions.size()));
            int order = ORDER.compare(a, b);
            claims.add(a + " " + (order < 0 ? "lt" : order > 0 ? "gt" : "eq") + " " + b);
        }

        assertEquals("", dpkgDenies(claims));
    }

    /** What dpkg says is wrong, or whatever else the script complains about. */
    private String dpkgDenies(List<String> claims) throws IOException, InterruptedException {
        Path script = dir.resolve("ask");
        Path answer = dir.resolve("answer");
        Files.write(
                script,
                claims.stream()
                        .map(claim -> "dpkg --compare-versions " + claim + " || echo '" + claim + "'")
                        .toList());
        Process sh = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile())
                .start();
        assertEquals(0, sh.waitFor());
        return Files.readString(answer);
    }

    @Test
    void idsOfASuiteAreInTheOrderOfTheirPackages() {
        assertTrue(BUILDS.size() >= 90, () -> BUILDS.size() + " builds");
        for (Build a : BUILDS) {
            for (Build b : BUILDS) {
                if (a.suite.equals(b.suite)) {
                    assertEquals(
                            Integer.signum(ORDER.compare(a.version, b.version)),
                            Integer.signum(a.id().compareTo(b.id())),
                            () -> a + " and " + b);
                }
            }
        }
    }

    private static List<Build> builds() {
        try (var in = DebianVersionOrderTest.class.getResourceAsStream("debian-builds.txt")) {
            assertTrue(in != null);
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" ")))
                    .map(words -> new Build(words.get(0), words.get(1), words.get(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
