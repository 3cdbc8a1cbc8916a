package dev.relogrid.matrix.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL as the service runs it, with everything on that tests usually switch off. */
final class EmbeddedServerTest {
    @TempDir
    private Path data;

    @Test
    void whatWasStoredIsThereAfterARestart() throws SQLException {
        try (EmbeddedServer server = start()) {
            assertEquals("on", ask(server.connection(), "show fsync"));
            assertEquals("on", ask(server.connection(), "show synchronous_commit"));
            assertEquals("127.0.0.1", ask(server.connection(), "show listen_addresses"));
            assertEquals(
                    "builtin",
                    ask(
                            server.connection(),
                            "select case datlocprovider when 'b' then 'builtin' end from pg_database where datname = 'relogrid'"));
            run(server.connection(), "create table kept as select 'kept' as word");
        }
        try (EmbeddedServer server = start()) {
            assertEquals("kept", ask(server.connection(), "select word from kept"));
        }
    }

    @Test
    void onlyThePasswordOpensIt() throws IOException, SQLException {
        try (EmbeddedServer server = start()) {
            ServerConnection known = server.connection();
            ServerConnection guess = new ServerConnection(known.url(), known.user(), "guess");
            SQLException refused = assertThrows(SQLException.class, () -> ask(guess, "select 1"));
            assertEquals("28P01", refused.getSQLState());
            for (String file : new String[] {"password", "connection"}) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                data.resolve("postgres").resolve(file))));
            }
            assertEquals(
                    known,
                    ServerConnection.read(data.resolve("postgres/connection")).orElseThrow());
        }
        assertFalse(Files.exists(data.resolve("postgres/connection")));
    }

    @Test
    void secondServerIsRefusedInOneSentence() {
        try (EmbeddedServer server = start()) {
            assertTrue(server.connection().url().startsWith("jdbc:postgresql://127.0.0.1:"));
            DatabaseProblem refused = assertThrows(DatabaseProblem.class, this::start);
            assertEquals(
                    "another relogrid serve (pid " + ProcessHandle.current().pid() + ") uses " + data,
                    refused.getMessage());
        }
    }

    @Test
    void killedServerComesBackOnTheSamePort() throws SQLException, InterruptedException {
        try (EmbeddedServer server = start()) {
            run(server.connection(), "create table kept as select 'kept' as word");
            ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
            assertEquals("kept", askUntilAnswered(server.connection(), "select word from kept"));
        }
    }

    @Test
    void orphanOfACrashedServiceIsEnded() throws IOException, SQLException {
        Orphan.leave(data);
        long orphan = pid();
        Path cluster = data.resolve("postgres/cluster");
        assertTrue(Predecessor.isServerOf(orphan, cluster));
        try (EmbeddedServer server = start()) {
            assertNotEquals(orphan, pid());
            assertEquals("kept", ask(server.connection(), "select word from kept"));
            assertFalse(Predecessor.isServerOf(orphan, cluster));
        }
    }

    @Test
    void numberOfADeadServerThatSomebodyElseHasNowIsNoHindrance() throws IOException, SQLException {
        start().close();
        Files.writeString(
                data.resolve("postgres/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres/cluster") + "\n");
        try (EmbeddedServer server = start()) {
            assertEquals("1", ask(server.connection(), "select 1"));
        }
    }

    @Test
    void anotherMajorVersionIsRefusedWithAWayOn() throws IOException {
        start().close();
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "16\n");
        DatabaseProblem refused = assertThrows(DatabaseProblem.class, this::start);
        String why = String.valueOf(refused.getMessage());
        assertTrue(why.contains("made by PostgreSQL 16"), why);
        assertTrue(why.contains("relogrid restore FILE"), why);
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(ServiceTestDatabase.options(data, true));
    }

    private long pid() {
        return PidFile.read(data.resolve("postgres/cluster/postmaster.pid"))
                .orElseThrow()
                .pid();
    }

    private static String ask(ServerConnection at, String query) throws SQLException {
        try (Connection open = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = open.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void run(ServerConnection at, String statementText) throws SQLException {
        try (Connection open = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = open.createStatement()) {
            statement.execute(statementText);
        }
    }

    private static String askUntilAnswered(ServerConnection at, String query)
            throws SQLException, InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return ask(at, query);
            } catch (SQLException e) {
                if (System.nanoTime() > limit) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
