package dev.relogrid.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code ci/release} makes of the sources at hand: built once for all tests, which takes most of a minute. */
final class Release {
    static final Path SAMPLE = Path.of("src/test/bpf/samples/ctime.bpf.o").toAbsolutePath();

    private static final int MOST_MINUTES = 10;
    private static final Path FOLDER = build();

    private Release() {}

    /** A program that has ended: its exit code, and what it wrote to both streams. */
    record Ended(int code, String output) {}

    static Path file(String start, String end) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches(start + "-[0-9][^/]*\\" + end))
                    .findAny()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return FOLDER;
    }

    static Path commandLine() {
        return file("relogrid-cli", ".jar");
    }

    static Path service() {
        return file("relogrid", ".jar");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** With nothing in the environment but what is given. */
    static Ended run(Path folder, Map<String, String> environment, List<String> words) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return end(builder);
    }

    private static Ended end(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(builder.command() + " does not end");
            }
            return new Ended(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path build() {
        Path folder = Path.of("target", "release-test").toAbsolutePath();
        try (Stream<Path> old = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            old.forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Ended built = end(new ProcessBuilder("sh", "ci/release", folder.toString()).redirectErrorStream(true));
        if (built.code() != 0) {
            throw new IllegalStateException(built.output());
        }
        return folder;
    }
}
