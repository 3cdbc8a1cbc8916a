package dev.relogrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the engine's sources with nothing but JSpecify beside them: stronger than any rule about imports. */
final class EngineStandsAloneTest {
    private static final Path ENGINE = Path.of("src/main/java/dev/relogrid/engine");

    @TempDir
    Path out;

    @Test
    void compilesOnAnEmptyClassPath() throws Exception {
        List<Path> sources = engineSources();
        assertTrue(sources.size() > 5, () -> "only " + sources + " found");
        assertEquals("", compile(sources));
        assertTrue(Files.exists(out.resolve("dev/relogrid/engine/bytes/Bytes.class")));
    }

    @Test
    void libraryInTheEngineWouldBeNoticed() throws Exception {
        Path intruder = Files.writeString(
                out.resolve("Intruder.java"), "final class Intruder extends picocli.CommandLine.ParameterException {}");
        String said = compile(
                Stream.concat(engineSources().stream(), Stream.of(intruder)).toList());
        assertFalse(said.isEmpty());
        assertTrue(said.contains("Intruder.java"), said);
    }

    private static List<Path> engineSources() throws IOException {
        try (Stream<Path> files = Files.walk(ENGINE)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What the compiler says; empty when all is well. */
    private String compile(List<Path> sources) throws URISyntaxException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path jspecify = Path.of(NullMarked.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var files = compiler.getStandardFileManager(null, null, null);
        var options = List.of("--release", "25", "-proc:none", "-cp", jspecify.toString(), "-d", out.toString());
        StringWriter said = new StringWriter();
        compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                .call();
        return said.toString();
    }
}
