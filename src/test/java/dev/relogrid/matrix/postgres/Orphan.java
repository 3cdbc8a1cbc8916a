package dev.relogrid.matrix.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A service that is killed right after it stored something: its PostgreSQL stays behind. */
final class Orphan {
    private Orphan() {}

    /** Runs {@link #main} in a JVM of its own and waits for its end. */
    static void leave(Path data) throws IOException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphan.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(service.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(said.strip().endsWith("stored"), said);
    }

    /** Takes the data folder. */
    public static void main(String[] arguments) throws SQLException {
        EmbeddedServer server = EmbeddedServer.start(ServiceTestDatabase.options(Path.of(arguments[0]), true));
        ServerConnection at = server.connection();
        try (Connection open = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = open.createStatement()) {
            statement.execute("create table kept as select 'kept' as word");
        }
        System.out.println("stored");
        System.out.flush();
        Runtime.getRuntime().halt(137);
    }
}
