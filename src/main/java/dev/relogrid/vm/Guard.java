package dev.relogrid.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the host and a QEMU that a guest has taken over, beyond QEMU's own sandbox: an unprivileged user
 * where we are root, a network of its own with nothing in it where the host lets us, no way to gain rights, limits on
 * memory and time, no file it could write but the shared area, and the end as soon as the thread that started it ends,
 * however that comes.
 */
final class Guard {
    /** The user "nobody", whom no file belongs to. */
    private static final int NOBODY = 65534;
    /** For QEMU itself, its translation cache, its libraries: measured at 700 MiB of address space. */
    private static final long QEMU_MIB = 1536;

    private static final int OPEN_FILES = 128;

    private static final List<String> ROOT_ALONE = List.of("unshare", "--net", "--ipc", "--");
    private static final List<String> USER_ALONE =
            List.of("unshare", "--user", "--map-current-user", "--net", "--ipc", "--");

    private static @Nullable Guard known;

    private final boolean root;
    private final List<String> alone;

    private Guard(boolean root, List<String> alone) {
        this.root = root;
        this.alone = alone;
    }

    /** What this host allows is tried once. */
    static synchronized Guard ofThisProcess() {
        Guard guard = known;
        if (guard == null) {
            boolean root = isRoot();
            List<String> words = root ? ROOT_ALONE : USER_ALONE;
            guard = new Guard(root, works(words) ? words : List.of());
            known = guard;
        }
        return guard;
    }

    private static boolean isRoot() {
        try {
            return Objects.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), 0);
        } catch (IOException | UnsupportedOperationException e) {
            throw new BootProblem("guests can be booted on Linux only: there is no /proc");
        }
    }

    private static boolean works(List<String> words) {
        List<String> command = new ArrayList<>(words);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether QEMU gets a network namespace of its own, in which there is nothing. */
    boolean hasOwnNetwork() {
        return !alone.isEmpty();
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
        List<String> words = new ArrayList<>(alone);
        words.addAll(List.of("setpriv", "--no-new-privs", "--pdeathsig", "KILL"));
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
