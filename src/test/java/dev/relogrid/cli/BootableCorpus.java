package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the command line on the kernels ci/fetch-corpus left, with the guest that ci/setup built: on those of suites that
 * get no newer ones, so that the archive knows them and the mirror has them.
 */
public final class BootableCorpus {
    public static final String BOOKWORM = id("bookworm/amd64");
    static final String BULLSEYE = id("bullseye/amd64");

    private static final Path KERNELS = Path.of("target/corpus/kernels");

    private final Path dir;

    /** @param dir an empty folder, for images and evidence */
    public BootableCorpus(Path dir) {
        this.dir = dir;
        System.setProperty("relogrid.guest", "target/guest");
    }

    record Run(int code, String out, String err) {}

    public Path images() {
        return dir.resolve("images");
    }

    Path evidence() {
        return dir.resolve("evidence");
    }

    private static String id(String suiteAndArch) {
        return "debian/" + suiteAndArch + "/" + folder(suiteAndArch).getFileName();
    }

    private static Path folder(String suiteAndArch) {
        try (Stream<Path> folders = Files.list(Path.of("target/corpus/kernels", suiteAndArch))) {
            return folders.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(suiteAndArch + ": ./relogrid test fetches it and runs the tests", e);
        }
    }

    /** Makes one of them an image. */
    public BootableCorpus with(String id) {
        Path kernel = KERNELS.resolve(id.substring("debian/".length()));
        Run run = run(
                "archive",
                "fetch-image",
                id,
                "--from",
                kernel.resolve("vmlinuz").toString(),
                "--config",
                kernel.resolve("config").toString(),
                "--module-dir",
                kernel.resolve("modules").toString());
        assertEquals(0, run.code, run.err);
        return this;
    }

    /** With these folders, and nothing fetched unless the words say so. */
    Run boot(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--no-fetch", "--evidence", evidence().toString()));
        return run(all.toArray(String[]::new));
    }

    Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--images", images().toString(), "--archive", "btf-archive"));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                all.toArray(String[]::new),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static String sample(String name) {
        return Path.of("src/test/bpf/samples", name + ".bpf.o").toString();
    }
}
