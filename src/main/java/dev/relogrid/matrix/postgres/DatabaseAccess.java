package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** The service's database for a program beside the service, whether or not the service runs. */
public final class DatabaseAccess implements AutoCloseable {
    private final ServerConnection connection;
    private final @Nullable EmbeddedServer server;

    private DatabaseAccess(ServerConnection connection, @Nullable EmbeddedServer server) {
        this.connection = connection;
        this.server = server;
    }

    /** A database that stands elsewhere. */
    public static DatabaseAccess to(ServerConnection elsewhere) {
        return new DatabaseAccess(elsewhere, null);
    }

    /**
     * The embedded one of a data folder: that of the running service, else started for as long as this is open.
     *
     * @throws DatabaseProblem also where the folder holds none
     */
    public static DatabaseAccess existing(ServerOptions options) {
        if (!Files.exists(options.data().resolve("postgres").resolve("cluster"))) {
            throw new DatabaseProblem("there is no database in " + options.data());
        }
        return startedOrRunning(options);
    }

    /** As {@link #existing}, made where there is none. */
    public static DatabaseAccess existingOrNew(ServerOptions options) {
        return startedOrRunning(options);
    }

    private static DatabaseAccess startedOrRunning(ServerOptions options) {
        try {
            EmbeddedServer server = EmbeddedServer.start(options);
            return new DatabaseAccess(server.connection(), server);
        } catch (FolderInUse e) {
            return new DatabaseAccess(running(options, e), null);
        }
    }

    private static ServerConnection running(ServerOptions options, FolderInUse why) {
        try {
            return ServerConnection.read(ServerFolder.in(options.data()).connection())
                    .orElseThrow(() -> why);
        } catch (IOException e) {
            throw new DatabaseProblem(why.getMessage() + ", and how to reach its database cannot be read: " + e, e);
        }
    }

    public ServerConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
