package dev.relogrid.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every object of Debian's packages, in the programs and libraries they ship (C, Rust), against two others' answers: a
 * list taken elsewhere, and the tests' own cutter.
 */
final class PackagedObjectsTest {
    private static final Path CORPUS = Path.of("target/corpus");
    /** The list was taken of stable suites, but packages of those get security updates too. */
    private static final int LEAST_LISTED = 100;

    private static List<Path> entries(String folder) throws IOException {
        try (Stream<Path> stream = Files.list(CORPUS.resolve(folder))) {
            return stream.sorted().toList();
        }
    }

    private static Set<String> hashes(Path path) throws IOException {
        Found found = EmbeddedObjects.in(path, Limits.USUAL);
        assertEquals(List.of(), found.unopened());
        Set<String> names = found.objects().stream().map(EmbeddedObject::name).collect(Collectors.toSet());
        assertEquals(found.objects().size(), names.size(), "every object has a name of its own");
        return found.objects().stream()
                .map(object -> RealObjects.sha256(object.content()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Hashes by package, of the suite, architecture and version as listed. */
    private static Map<String, Set<String>> listed() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        try (InputStream in =
                Objects.requireNonNull(PackagedObjectsTest.class.getResourceAsStream("corpus-objects.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .forEach(row -> listed.computeIfAbsent(row[0], name -> new TreeSet<>())
                            .add(row[1]));
        }
        return listed;
    }

    @Test
    void everyObjectTheListNamesIsFoundInItsPackage() throws IOException {
        int compared = 0;
        for (Map.Entry<String, Set<String>> row : listed().entrySet()) {
            Path folder = CORPUS.resolve("packages").resolve(row.getKey());
            if (Files.isDirectory(folder)) {
                Set<String> missing = new TreeSet<>(row.getValue());
                missing.removeAll(hashes(folder));
                assertEquals(Set.of(), missing, row.getKey());
                compared += row.getValue().size();
            }
        }
        assertTrue(compared >= LEAST_LISTED, compared + " of the list are in packages of the same version");
    }

    @Test
    void exactlyTheObjectsOfTheTestsOwnCutterAreFound() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path folder : entries("packages")) {
            found.addAll(hashes(folder));
        }
        Set<String> cut = new TreeSet<>();
        for (Path object : RealObjects.all()) {
            cut.add(RealObjects.sha256(Files.readAllBytes(object)));
        }
        assertEquals(cut, found);
    }

    @Test
    void packagesHoldWhatTheirFilesHold() throws IOException {
        List<String> compared = new ArrayList<>();
        for (Path deb : entries("debs")) {
            String name = deb.getFileName().toString().replaceFirst("\\.deb$", "");
            Path unpacked = CORPUS.resolve("packages").resolve(name);
            if (Files.isDirectory(unpacked)) {
                assertEquals(hashes(unpacked), hashes(deb), name);
                compared.add(name);
            } else if (name.contains("_bpftool_")) {
                Found found = EmbeddedObjects.in(deb, Limits.USUAL);
                assertEquals(List.of(), found.objects());
                assertTrue(found.taken().startsWith("a Debian package of "), found.taken());
                compared.add("bpftool");
            }
        }
        assertTrue(compared.contains("bpftool") && compared.size() >= 3, compared::toString);
    }
}
