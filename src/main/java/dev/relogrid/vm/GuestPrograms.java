package dev.relogrid.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The programs that run as the only process of a guest, one for each architecture, as the project's own build puts them
 * into a folder.
 */
public final class GuestPrograms {
    /** The system property by which the launcher says where they lie. */
    public static final String FOLDER = "relogrid.guest";

    private final Path folder;

    private GuestPrograms(Path folder) {
        this.folder = folder;
    }

    /** Those in {@code folder}: {@code init-amd64}, {@code init-arm64}. */
    public static GuestPrograms in(Path folder) {
        return new GuestPrograms(folder);
    }

    /**
     * Those the launcher names.
     *
     * @throws BootProblem when it names none
     */
    public static GuestPrograms found() {
        String named = System.getProperty(FOLDER);
        if (named == null || named.isEmpty()) {
            throw new BootProblem("no guest programs: start through ./relogrid, or set -D" + FOLDER + "=DIR");
        }
        return new GuestPrograms(Path.of(named));
    }

    /**
     * The bytes of one.
     *
     * @throws BootProblem when it is not there
     */
    byte[] read(Machine machine) {
        Path file = folder.resolve("init-" + machine.arch());
        if (!Files.isReadable(file)) {
            throw new BootProblem("the guest program " + file + " is missing: ci/setup builds it");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
