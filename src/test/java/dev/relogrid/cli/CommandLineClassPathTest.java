package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program's manifest names its jars one by one; with those alone it does what it does with all. */
class CommandLineClassPathTest {
    private static final String NAMED = System.getProperty("relogrid.test.cli-class-path", "");
    private static final int BROKEN = 1;

    /** A class of each jar that is named, by which the jar is found on this test's own class path. */
    private static final List<String> ONE_OF_EACH = List.of(
            "org.jspecify.annotations.NullMarked",
            "picocli.CommandLine",
            "tools.jackson.databind.json.JsonMapper",
            "tools.jackson.core.JsonGenerator",
            "com.fasterxml.jackson.annotation.JsonIgnore",
            "org.apache.commons.compress.archivers.ar.ArArchiveInputStream",
            "org.apache.commons.codec.digest.XXHash32",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.lang3.StringUtils",
            "org.tukaani.xz.XZInputStream",
            "com.github.luben.zstd.Zstd",
            "tools.jackson.dataformat.yaml.YAMLMapper",
            "org.snakeyaml.engine.v2.api.LoadSettings");

    private static Map<String, Path> jars() throws ClassNotFoundException, URISyntaxException {
        Map<String, Path> jars = new HashMap<>();
        for (String name : ONE_OF_EACH) {
            Path jar = Path.of(Class.forName(name, false, CommandLineClassPathTest.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            jars.put("lib/" + jar.getFileName(), jar);
        }
        return jars;
    }

    @Test
    void whatIsNamedIsWhatIsThere() throws Exception {
        assertEquals(jars().keySet(), Set.of(NAMED.split(" ", -1)));
    }

    @Test
    void aCheckNeedsNoMore() throws Exception {
        List<String> path = new ArrayList<>(List.of("target/classes"));
        jars().values().forEach(jar -> path.add(jar.toString()));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Drelogrid.home=.",
                        "-cp",
                        String.join(File.pathSeparator, path),
                        "dev.relogrid.cli.Main",
                        "check",
                        "src/test/bpf/samples/ctime.bpf.o",
                        "--format",
                        "json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(program.waitFor(1, TimeUnit.MINUTES));
        assertEquals(BROKEN, program.exitValue());
        assertTrue(out.contains("\"code\":\"FIELD_RENAMED\""), out.substring(0, Math.min(500, out.length())));
    }
}
