package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service that was killed leaves behind: its PostgreSQL, still running on a port nobody knows, or only the file
 * that says so. Works under the folder's lock, so nothing it finds belongs to a living service.
 */
final class Predecessor {
    private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);

    private Predecessor() {}

    /** Ends the server, or removes the file it left, so that a new one can start. */
    static void clear(ServerFolder folder, Programs programs, ServerAccount account) {
        Optional<PidFile> left = PidFile.read(folder.pidFile());
        if (left.isEmpty()) {
            return;
        }
        long pid = left.get().pid();
        if (isServerOf(pid, folder.cluster())) {
            LOG.info("a service that ended without notice left its PostgreSQL (pid {}) running; ending it", pid);
            end(folder, programs, account);
        } else if (ProcessHandle.of(pid).isPresent()) {
            // The number went to somebody else's process since, and PostgreSQL would take that for its server.
            remove(folder.pidFile());
        }
    }

    private static void end(ServerFolder folder, Programs programs, ServerAccount account) {
        for (String mode : new String[] {"fast", "immediate"}) {
            if (stop(folder, programs, account, mode).code() == 0) {
                return;
            }
        }
        throw new DatabaseProblem("the PostgreSQL that a crashed service left in " + folder.cluster()
                + " does not end: end it by hand and start again");
    }

    /** Asks the server to end and waits for it, a minute at most. */
    static Command.End stop(ServerFolder folder, Programs programs, ServerAccount account, String mode) {
        String control = programs.program("pg_ctl");
        return account.command(control, "stop", "-D", folder.cluster().toString(), "-m", mode, "-t", "60", "-w")
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
