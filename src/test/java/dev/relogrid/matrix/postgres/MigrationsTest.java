package dev.relogrid.matrix.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The files in {@code migrations} make the database they describe. */
@ServiceTest
final class MigrationsTest {
    private static final Pattern CREATES = Pattern.compile("^create (?:table|view) (\\w+)", Pattern.MULTILINE);
    private static final Pattern FILE = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Flyway flyway;

    @Test
    void everyTableIsThere() throws IOException {
        Set<String> described = new TreeSet<>();
        for (Path file : files()) {
            Matcher creates = CREATES.matcher(Files.readString(file));
            while (creates.find()) {
                described.add(creates.group(1));
            }
        }
        Set<String> there = new TreeSet<>(jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'", String.class));
        there.remove("flyway_schema_history");
        assertTrue(described.size() > 20, described::toString);
        assertEquals(described, there);
    }

    @Test
    void migratingAgainDoesNothing() {
        assertEquals(0, flyway.migrate().migrationsExecuted);
        assertEquals(0, flyway.info().pending().length);
    }

    @Test
    void filesAreNumberedInOrder() throws IOException {
        List<Integer> numbers =
                files().stream().map(MigrationsTest::number).sorted().toList();
        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }

    private static int number(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        assertTrue(name.matches(), () -> file + " is not V<number>__<words>.sql");
        return Integer.parseInt(name.group(1));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("migrations"))) {
            return all.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
