package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the system that ci/setup installed, run to its end. */
record Tool(int code, String out, String err) {
    private static final int SECONDS = 300;

    static Tool run(Path folder, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(List.of(command))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> String.join(" ", command) + " hangs");
        return new Tool(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Its output; fails the test unless it succeeded. */
    String output() {
        assertTrue(
                code == 0,
                () -> "exit code " + code + ": " + err.lines().limit(20).toList());
        return out;
    }
}
