package dev.relogrid.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project's checkout with what it has built, and what its checks find there. */
record Workspace(Path folder) {
    /** This repository. */
    static final Path HOME = Path.of("").toAbsolutePath();
    /** Few kernels, so that it is quick; {@code ctime} fails on some of them. */
    static final String TARGETS = "debian/bookworm and amd64";

    private static final Path SAMPLES = HOME.resolve("src/test/bpf/samples");
    private static final int CUT = 700;

    /** The bytes of a sample. */
    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name + ".bpf.o"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object that passes on all kernels. */
    Workspace good(String path) {
        write(path, sample("no_relos"));
        return this;
    }

    /** An object that fails on some. */
    Workspace bad(String path) {
        write(path, sample("ctime"));
        return this;
    }

    /** An object of which only the beginning is there. */
    Workspace truncated(String path) {
        write(path, Arrays.copyOf(sample("ctime"), CUT));
        return this;
    }

    boolean has(String path) {
        return Files.exists(folder.resolve(path));
    }

    String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as {@code environment}, and the archive where a program finds it that no launcher started. */
    static Map<String, String> withArchive(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("RELOGRID_ARCHIVE", HOME.resolve("btf-archive").toString());
        return all;
    }

    Shell run(Map<String, String> environment, String... command) {
        return Shell.run(folder, withArchive(environment), List.of(command));
    }
}
