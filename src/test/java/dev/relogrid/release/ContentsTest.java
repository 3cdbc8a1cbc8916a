package dev.relogrid.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists beside the jars tell the truth: every library with its version (CycloneDX), and the sums of all files. */
class ContentsTest {
    private static final String LIB = "BOOT-INF/lib/";

    /** File names of the libraries, as a CycloneDX document has them. */
    private static Set<String> listed(Path document) {
        JsonNode root = new JsonMapper().readTree(document.toFile());
        assertEquals("CycloneDX", root.get("bomFormat").asString());
        Set<String> names = new TreeSet<>();
        for (JsonNode component : root.get("components")) {
            names.add(component.get("name").asString() + "-"
                    + component.get("version").asString() + ".jar");
            assertTrue(component.get("hashes").size() > 0, component.toString());
        }
        return names;
    }

    @Test
    void everyLibraryOfTheServiceIsListed() throws IOException {
        try (JarFile jar = new JarFile(Release.service().toFile())) {
            Set<String> inside = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(LIB) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIB.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            inside.removeIf(name -> name.startsWith("spring-boot-jarmode-tools-")); // comes with the packaging
            Set<String> missing = new TreeSet<>(inside);
            missing.removeAll(listed(Release.file("relogrid", ".cdx.json")));
            assertEquals(Set.of(), missing);
            assertTrue(inside.size() > 100, inside.toString());
        }
    }

    @Test
    void theCommandLinesListIsItsClassPath() {
        Set<String> classPath = Stream.of(
                        System.getProperty("relogrid.test.cli-class-path", "").split(" ", -1))
                .map(jar -> jar.substring("lib/".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(classPath, listed(Release.file("relogrid-cli", ".cdx.json")));
    }

    @Test
    void everyLibraryThatSignsItselfInTheCommandLinesJarIsListed() throws IOException {
        Set<String> inside = new TreeSet<>();
        try (JarFile jar = new JarFile(Release.commandLine().toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().matches("META-INF/maven/.+/pom\\.properties")) {
                    Properties properties = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) {
                        properties.load(in);
                    }
                    inside.add(properties.getProperty("artifactId") + "-" + properties.getProperty("version") + ".jar");
                }
            }
        }
        assertTrue(inside.size() > 5, inside.toString());
        inside.removeAll(listed(Release.file("relogrid-cli", ".cdx.json")));
        assertEquals(Set.of(), inside);
    }

    /** The pages are in the service's jar, ready to be sent, and in the command line's they are not. */
    @Test
    void theDashboardIsInTheServicesJarOnly() throws IOException {
        try (JarFile service = new JarFile(Release.service().toFile());
                JarFile commandLine = new JarFile(Release.commandLine().toFile())) {
            assertTrue(service.getEntry("BOOT-INF/classes/static/index.html") != null);
            assertTrue(service.stream().anyMatch(entry -> entry.getName().endsWith(".js.gz")));
            assertTrue(commandLine.stream().noneMatch(entry -> entry.getName().startsWith("static/")));
        }
    }

    /** What the pages are made of is listed, and what only builds them is not. */
    @Test
    void whatTheDashboardIsMadeOfIsListed() {
        Set<String> listed = listed(Release.file("relogrid-dashboard", ".cdx.json"));
        assertTrue(listed.stream().anyMatch(name -> name.startsWith("react-dom-")), listed.toString());
        assertTrue(listed.stream().noneMatch(name -> name.startsWith("vite-")), listed.toString());
    }

    @Test
    void theSumsAreThoseOfAllFiles() throws IOException, NoSuchAlgorithmException {
        Set<String> expected = new TreeSet<>();
        try (Stream<Path> files = Files.list(Release.folder())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("SHA256SUMS")) {
                    byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    expected.add(HexFormat.of().formatHex(sum) + "  " + name);
                }
            }
        }
        assertEquals(expected, new TreeSet<>(Files.readAllLines(Release.folder().resolve("SHA256SUMS"))));
    }
}
