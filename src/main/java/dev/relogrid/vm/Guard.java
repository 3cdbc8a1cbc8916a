package dev.relogrid.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What stands between the host and a QEMU that a guest has taken over, beyond QEMU's own sandbox: an unprivileged user
 * where we are root, no way to gain rights, limits on memory and time, no file it could write but the shared area, and
 * the end as soon as the thread that started it ends, however that comes.
 */
final class Guard {
    /** The user "nobody", whom no file belongs to. */
    private static final int NOBODY = 65534;
    /** For QEMU itself, its translation cache, its libraries: measured at 700 MiB of address space. */
    private static final long QEMU_MIB = 1536;

    private static final int OPEN_FILES = 128;

    private final boolean root;

    private Guard(boolean root) {
        this.root = root;
    }

    static Guard ofThisProcess() {
        try {
            return new Guard(Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0));
        } catch (IOException | UnsupportedOperationException e) {
            throw new BootProblem("guests can be booted on Linux only: there is no /proc");
        }
    }

    /** Whether QEMU runs as another user, who cannot read everything that we can. */
    boolean dropsUser() {
        return root;
    }

    /** Lets QEMU write that file, and nobody else. */
    void handOver(Path file) {
        if (root) {
            try {
                Files.setAttribute(file, "unix:uid", NOBODY);
                Files.setAttribute(file, "unix:gid", NOBODY);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot give " + file + " to an unprivileged user", e);
            }
        }
    }

    /**
     * The words to put before QEMU's own.
     *
     * @param areaBytes of the shared area
     * @param seconds of processor time
     */
    List<String> words(int memoryMiB, long areaBytes, long seconds) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--no-new-privs", "--pdeathsig", "KILL"));
        if (root) {
            words.addAll(List.of("--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups"));
            words.addAll(List.of("--bounding-set", "-all", "--inh-caps", "-all"));
        }
        words.addAll(List.of("--", "prlimit"));
        words.add("--as=" + ((memoryMiB + QEMU_MIB << 20) + areaBytes));
        words.addAll(List.of("--cpu=" + seconds, "--fsize=0", "--core=0", "--nofile=" + OPEN_FILES));
        words.addAll(List.of("--", "nice", "-n", "5"));
        return words;
    }
}
