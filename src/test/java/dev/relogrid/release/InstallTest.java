package dev.relogrid.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.release.Release.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code install.sh} of a release. */
class InstallTest {
    private static final String PATH = "/usr/bin:/bin";

    @TempDir
    private Path empty = Path.of("");

    private Map<String, String> environment() {
        return Map.of("PATH", PATH, "HOME", empty.toString(), "RELOGRID_JAVA_HOME", System.getProperty("java.home"));
    }

    private Ended install(Path release, Path prefix) {
        return Release.run(
                empty,
                environment(),
                List.of("sh", release.resolve("install.sh").toString(), prefix.toString()));
    }

    @Test
    void installsAProgramWithItsClassCache() {
        Path prefix = empty.resolve("a place with spaces");
        Ended installed = install(Release.folder(), prefix);
        assertEquals(0, installed.code(), installed.output());
        assertTrue(Files.exists(prefix.resolve("lib/relogrid/relogrid.aot")));
        Ended check = Release.run(
                empty,
                environment(),
                List.of(prefix.resolve("bin/relogrid").toString(), "check", Release.SAMPLE.toString()));
        assertEquals(1, check.code(), check.output());
        assertTrue(check.output().contains("breaks on"), check.output());
    }

    @Test
    void refusesAJarThatIsAnother() throws IOException {
        Path damaged = Files.createDirectory(empty.resolve("damaged"));
        for (String name : List.of("SHA256SUMS", "install.sh", "sample.bpf.o")) {
            Files.copy(Release.folder().resolve(name), damaged.resolve(name));
        }
        Files.write(damaged.resolve(Release.commandLine().getFileName()), new byte[] {'P', 'K'});
        Ended installed = install(damaged, empty.resolve("prefix"));
        assertEquals(2, installed.code(), installed.output());
        assertTrue(installed.output().contains("the jar is not the one of SHA256SUMS"), installed.output());
        assertTrue(Files.notExists(empty.resolve("prefix")));
    }
}
