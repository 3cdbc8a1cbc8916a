package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own: a child process that listens on the loopback address, on a free port, for whoever knows the
 * password in the data folder. What it keeps stays there between runs. When the process dies it is started again on the
 * same port.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int TRIES = 5;
    private static final long LONGEST_PAUSE = 30_000;

    private final ServerFolder folder;
    private final FolderLock lock;
    private final Postmaster postmaster;
    private final ServerConnection connection;
    private final int port;
    private volatile Process process;
    private volatile boolean closing;

    private EmbeddedServer(ServerOptions options, ServerFolder folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
        Programs programs = Programs.in(options.programs());
        ServerAccount account = ServerAccount.choose(folder);
        Predecessor.clear(folder);
        account.own(folder);
        Cluster.ensure(folder, programs, account);
        this.postmaster = new Postmaster(folder, programs, account, options.durable());
        Running running = startSomewhere(postmaster);
        this.process = running.process;
        this.port = running.port;
        this.connection = new ServerConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/relogrid", Cluster.USER, Cluster.password(folder));
    }

    /**
     * Returns when the database can be used; the first time on a folder that takes some seconds.
     *
     * @throws DatabaseProblem saying in one sentence why not
     */
    public static EmbeddedServer start(ServerOptions options) {
        ServerFolder folder = ServerFolder.in(options.data());
        FolderLock lock = FolderLock.take(folder.lock(), options.data());
        EmbeddedServer server;
        try {
            server = new EmbeddedServer(options, folder, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        server.watch();
        try {
            server.createDatabase();
            server.connection.write(folder.connection());
        } catch (SQLException | IOException | RuntimeException e) {
            server.close();
            throw new DatabaseProblem("the embedded PostgreSQL cannot be used: " + e.getMessage(), e);
        }
        return server;
    }

    public ServerConnection connection() {
        return connection;
    }

    private record Running(Process process, int port) {}

    private static Running startSomewhere(Postmaster postmaster) {
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            try {
                return new Running(postmaster.start(free), free);
            } catch (Postmaster.PortTaken e) {
                if (attempt == TRIES) {
                    throw new DatabaseProblem("no free port for PostgreSQL was found in " + TRIES + " tries", e);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseProblem("no port of 127.0.0.1 is free: " + e.getMessage(), e);
        }
    }

    private void watch() {
        Process watched = process;
        LOG.debug("PostgreSQL runs as {} on port {}", watched.pid(), port);
        Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
            int code = end(watched);
            if (!closing) {
                startAgain(code);
            }
        });
    }

    private static int end(Process started) {
        try {
            return started.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** Those connected to the dead server hold its memory for a moment, and the next one waits for that. */
    private void startAgain(int code) {
        LOG.error("PostgreSQL ended without being asked to (exit code {}); starting it again", code);
        for (long pause = 200; !closing; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                Postmaster.pause(pause);
                synchronized (this) {
                    if (!closing) {
                        process = postmaster.start(port);
                        watch();
                        LOG.info("PostgreSQL is back");
                    }
                }
                return;
            } catch (DatabaseProblem | Postmaster.PortTaken e) {
                LOG.error("PostgreSQL is still away: {}", e.getMessage());
            }
        }
    }

    private void createDatabase() throws SQLException {
        String first = connection.url().replaceFirst("/relogrid$", "/postgres");
        try (Connection open = DriverManager.getConnection(first, connection.user(), connection.password());
                Statement statement = open.createStatement()) {
            try (ResultSet known = statement.executeQuery("select from pg_database where datname = 'relogrid'")) {
                if (known.next()) {
                    return;
                }
            }
            statement.execute("create database relogrid");
        }
    }

    /** Ends the server, whoever is still connected, and gives the folder free. A second call does nothing. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        synchronized (this) {
            try {
                Files.deleteIfExists(folder.connection());
            } catch (IOException e) {
                LOG.warn("cannot remove {}: {}", folder.connection(), e.getMessage());
            }
            stop();
            lock.close();
        }
    }

    private void stop() {
        for (String signal : new String[] {Predecessor.FAST, Predecessor.IMMEDIATE}) {
            Predecessor.signal(process.pid(), signal);
            try {
                if (process.waitFor(Predecessor.PATIENCE)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.warn("interrupted while PostgreSQL (pid {}) ends", process.pid());
                return;
            }
        }
        LOG.warn("PostgreSQL (pid {}) does not end", process.pid());
    }
}
