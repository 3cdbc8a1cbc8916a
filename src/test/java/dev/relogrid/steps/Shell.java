package dev.relogrid.steps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command run to its end in a folder, which knows of the environment only what it is told, and this JVM's java. */
record Shell(int code, String out, String err) {
    private static final int SECONDS = 300;

    static Shell run(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("steps", ".out");
            Path err = Files.createTempFile("steps", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", path());
            builder.environment().put("HOME", folder.toString());
            builder.environment().putAll(environment);
            Process process = builder.start();
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), () -> String.join(" ", command) + " hangs");
            return new Shell(process.exitValue(), taken(out), taken(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The programs of this machine, and before them the java that runs the tests. */
    static String path() {
        return Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    }

    private static String taken(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        return text;
    }

    /** All it said, for the message of a test that fails. */
    @Override
    public String toString() {
        return "exit code " + code + "\n" + out + "\n" + err;
    }
}
