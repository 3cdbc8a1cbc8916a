package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The command line program as one jar to name, without building one: its manifest leads to the classes under test. */
final class ProgramJar {
    private ProgramJar() {}

    /** Writes {@code relogrid-cli.jar}; the archive has to be named by the environment. */
    static Path in(Path folder) {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        assertNotEquals("", path);
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "dev.relogrid.cli.Main");
        attributes.put(Attributes.Name.CLASS_PATH, path);
        attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
        Path jar = folder.resolve("relogrid-cli.jar");
        try {
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
