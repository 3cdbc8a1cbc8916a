package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service that was killed leaves behind: its PostgreSQL, still running on a port nobody knows, or only the file
 * that says so. Works under the folder's lock, so nothing it finds belongs to a living service.
 */
final class Predecessor {
    private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);

    /** Ends all sessions, stores everything, then ends. */
    static final String FAST = "INT";

    /** Ends now; the next start recovers from the log. */
    static final String IMMEDIATE = "QUIT";

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private Predecessor() {}

    /** Ends the server, or removes the file it left, so that a new one can start. */
    static void clear(ServerFolder folder) {
        Optional<PidFile> left = PidFile.read(folder.pidFile());
        if (left.isEmpty()) {
            return;
        }
        long pid = left.get().pid();
        if (isServerOf(pid, folder.cluster())) {
            LOG.info("a service that ended without notice left its PostgreSQL (pid {}) running; ending it", pid);
            end(pid, folder.cluster());
        } else if (ProcessHandle.of(pid).isPresent()) {
            // The number went to somebody else's process since, and PostgreSQL would take that for its server.
            remove(folder.pidFile());
        }
    }

    private static void end(long pid, Path cluster) {
        for (String signal : new String[] {FAST, IMMEDIATE}) {
            signal(pid, signal);
            long limit = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < limit) {
                if (!isServerOf(pid, cluster)) {
                    return;
                }
                Postmaster.pause(20);
            }
        }
        throw new DatabaseProblem("the PostgreSQL (pid " + pid + ") that a crashed service left in " + cluster
                + " does not end: end it by hand and start again");
    }

    /** Java itself sends only the signal that makes PostgreSQL wait for everyone to leave. */
    static void signal(long pid, String name) {
        Command.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid))
                .run();
    }

    /** A server works in its own data directory; where that cannot be asked, its program's name has to do. */
    static boolean isServerOf(long pid, Path cluster) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return false;
        }
        Path workplace = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.isSameFile(workplace, cluster)
                    && process.get()
                            .info()
                            .command()
                            .map(program -> program.endsWith("postgres"))
                            .orElse(true);
        } catch (IOException e) {
            return !Files.isDirectory(Path.of("/proc/self"))
                    && process.get()
                            .info()
                            .command()
                            .map(program -> program.endsWith("postgres"))
                            .orElse(false);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DatabaseProblem("cannot remove " + file + ", which a crashed service left: " + e.getMessage(), e);
        }
    }
}
