package dev.relogrid.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.release.Release.Ended;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code relogrid-cli-VERSION.jar} with nothing beside it. */
class CommandLineJarTest {
    private static final int BROKEN = 1;
    private static final int AT_ONCE = 4;

    @TempDir
    private Path empty = Path.of("");

    private Ended run(Map<String, String> environment, String... words) {
        List<String> command = Stream.concat(
                        Stream.of(Release.java(), "-jar", Release.commandLine().toString()), Stream.of(words))
                .toList();
        return Release.run(empty, environment, command);
    }

    private Ended check(Map<String, String> environment) {
        return run(environment, "check", Release.SAMPLE.toString(), "--format", "json");
    }

    private Map<String, String> home() throws IOException {
        return Map.of("HOME", Files.createDirectories(empty.resolve("home")).toString());
    }

    private Set<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(empty.resolve("home"))) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        }
    }

    private static void assertBroken(Ended ended) {
        assertEquals(BROKEN, ended.code(), ended.output());
        assertTrue(ended.output().contains("\"code\":\"FIELD_RENAMED\""), ended.output());
    }

    @Test
    void saysItsVersionAndWritesNothing() throws IOException {
        Ended ended = run(home(), "--version");
        String file = Release.commandLine().getFileName().toString();
        assertEquals(
                "relogrid " + file.replaceAll("relogrid-cli-|\\.jar", ""),
                ended.output().strip());
        assertEquals(Set.of(), unpacked());
    }

    @Test
    void unpacksItsArchiveOnceForProcessesThatStartTogether() throws Exception {
        Map<String, String> home = home();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Ended> check = () -> check(home);
            for (Future<Ended> one : threads.invokeAll(Collections.nCopies(AT_ONCE, check))) {
                assertBroken(one.get());
            }
        }
        Set<Path> files = unpacked();
        assertEquals(3, files.size(), files.toString());
        long before = Files.getLastModifiedTime(files.iterator().next()).toMillis();
        assertBroken(check(home));
        assertEquals(files, unpacked());
        assertEquals(before, Files.getLastModifiedTime(files.iterator().next()).toMillis());
    }

    @Test
    void mendsWhatIsHalfThere() throws IOException {
        assertBroken(check(home()));
        Set<Path> files = unpacked();
        for (Path file : files) {
            try (RandomAccessFile half = new RandomAccessFile(file.toFile(), "rw")) {
                half.setLength(half.length() / 2);
            }
        }
        assertBroken(check(home()));
        Files.delete(files.iterator().next());
        assertBroken(check(home()));
        assertEquals(files, unpacked());
    }

    @Test
    void needsNoHomeAndNoneThatCanBeWritten() throws IOException {
        Path temporary = Files.createDirectories(empty.resolve("temporary"));
        String there = "-Djava.io.tmpdir=" + temporary;
        assertBroken(check(Map.of("JAVA_TOOL_OPTIONS", there)));
        Path file = Files.createFile(empty.resolve("file"));
        assertBroken(check(Map.of("HOME", file.toString(), "JAVA_TOOL_OPTIONS", there)));
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.getFileName().toString().startsWith("relogrid"))
                            .toList());
        }
    }

    @Test
    void doesNotChangeTheArchiveItBrings() throws IOException {
        Ended ended = run(home(), "archive", "prune");
        assertEquals(2, ended.code());
        assertEquals(
                "relogrid: the archive that comes with the program stays as it is: give --archive DIR or set RELOGRID_ARCHIVE",
                ended.output().strip());
    }

    @Test
    void hasNothingOfTheService() throws IOException {
        try (JarFile jar = new JarFile(Release.commandLine().toFile())) {
            List<String> service = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("(org/springframework|dev/relogrid/(web|matrix)|db|config|static)/.+"))
                    .toList();
            assertEquals(List.of(), service);
        }
    }
}
