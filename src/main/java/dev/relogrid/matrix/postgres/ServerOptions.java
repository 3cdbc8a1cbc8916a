package dev.relogrid.matrix.postgres;

import java.nio.file.Path;

/**
 * What an embedded server needs to know.
 *
 * @param data the service's data folder; the server takes {@code postgres} in it
 * @param programs where PostgreSQL's programs are unpacked, once for each version of them
 * @param durable whether what is committed survives a crash of the machine; only tests do without
 */
public record ServerOptions(Path data, Path programs, boolean durable) {

    /** As the service runs it. */
    public static ServerOptions of(Path data) {
        return new ServerOptions(data, ServerFolder.in(data).programs(), true);
    }
}
