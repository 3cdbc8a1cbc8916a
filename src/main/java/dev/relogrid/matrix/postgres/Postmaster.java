package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server's process and waits until it answers. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long FULL_LOG = 10L << 20;

    private final ServerFolder folder;
    private final List<String> command;

    Postmaster(ServerFolder folder, Programs programs, ServerAccount account, boolean durable) {
        this.folder = folder;
        this.command = new ArrayList<>();
        // A session of its own: the terminal's Ctrl-C is for the service, which ends the server last.
        if (Command.of("setsid", "true").succeeds()) {
            command.add("setsid");
        }
        command.addAll(account.prefix());
        command.addAll(
                List.of(programs.program("postgres"), "-D", folder.cluster().toString()));
        settings(durable).forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    }

    /** No sockets in a folder everyone can reach: the one way in is the loopback address and the password. */
    private static Map<String, String> settings(boolean durable) {
        String sure = durable ? "on" : "off";
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "fsync", sure,
                "synchronous_commit", sure,
                "full_page_writes", sure,
                "timezone", "UTC",
                "log_timezone", "UTC",
                "log_min_error_statement", "panic",
                "max_connections", "100");
    }

    /**
     * Returns when the server is ready.
     *
     * @throws PortTaken where something else listens there
     * @throws DatabaseProblem where the server ends instead
     */
    Process start(int port) {
        long heard = rotate();
        Process process = launch(port);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(process)) {
            if (!process.isAlive()) {
                throw failure(logFrom(heard));
            }
            if (System.nanoTime() > limit) {
                process.destroy();
                throw new DatabaseProblem("PostgreSQL is not ready after " + PATIENCE.toMinutes()
                        + " minutes; its log is " + folder.log());
            }
            pause(20);
        }
        return process;
    }

    private Process launch(int port) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("-p", Integer.toString(port)));
        try {
            return new Command(words)
                    .builder()
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(folder.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new DatabaseProblem("cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    private boolean isReady(Process process) {
        return PidFile.read(folder.pidFile())
                .filter(file -> file.pid() == process.pid() && file.isReady())
                .isPresent();
    }

    /** Keeps one full log beside the current one; the current one's length. */
    private long rotate() {
        try {
            Path log = folder.log();
            if (!Files.exists(log)) {
                return 0;
            }
            if (Files.size(log) > FULL_LOG) {
                Files.move(log, log.resolveSibling("log.1"), StandardCopyOption.REPLACE_EXISTING);
                return 0;
            }
            return Files.size(log);
        } catch (IOException e) {
            LOG.warn("cannot look after PostgreSQL's log: {}", e.getMessage());
            return 0;
        }
    }

    private String logFrom(long start) {
        try (RandomAccessFile file = new RandomAccessFile(folder.log().toFile(), "r")) {
            file.seek(Math.max(start, file.length() - 65536));
            byte[] rest = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private RuntimeException failure(String log) {
        if (log.contains("Address already in use")) {
            return new PortTaken();
        }
        String why = log.lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, last) -> last)
                .map(line -> line.replaceFirst("^.*(FATAL|PANIC):\\s*", ""))
                .orElse("it ends at once");
        return new DatabaseProblem("PostgreSQL does not start: " + why + " (its log is " + folder.log() + ")");
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("interrupted while waiting for PostgreSQL", e);
        }
    }

    /** Somebody took the port between our choosing it and the server's listening on it. */
    static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
