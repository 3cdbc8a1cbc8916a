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
    private final Programs programs;
    private final ServerAccount account;
    private final Postmaster postmaster;
    private final ServerConnection connection;
    private final int port;
    private volatile boolean closing;

    private EmbeddedServer(ServerOptions options, ServerFolder folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
        this.programs = Programs.in(options.programs());
        this.account = ServerAccount.choose(folder);
        account.own(folder);
        Predecessor.clear(folder, programs, account);
        Cluster.ensure(folder, programs, account);
        this.postmaster = new Postmaster(folder, programs, account, options.durable());
        this.port = startSomewhere();
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

    private int startSomewhere() {
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            try {
                watch(postmaster.start(free), free);
                return free;
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

    private void watch(Process process, int on) {
        LOG.debug("PostgreSQL runs as {} on port {}", process.pid(), on);
        Thread.ofPlatform().daemon().name("postgres-watch").start(() -> {
            int code = end(process);
            if (!closing) {
                startAgain(code, on);
            }
        });
    }

    private static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** Those connected to the dead server hold its memory for a moment, and the next one waits for that. */
    private void startAgain(int code, int on) {
        LOG.error("PostgreSQL ended without being asked to (exit code {}); starting it again", code);
        for (long pause = 200; !closing; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                Postmaster.pause(pause);
                synchronized (this) {
                    if (!closing) {
                        watch(postmaster.start(on), on);
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
            Command.End end = Predecessor.stop(folder, programs, account, "fast");
            if (end.code() != 0) {
                LOG.warn("PostgreSQL did not end in time: {}", end.output());
            }
            lock.close();
        }
    }
}
