package dev.relogrid.matrix.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceTestDatabase;
import dev.relogrid.matrix.blob.BlobStore;
import dev.relogrid.matrix.blob.FolderBlobs;
import dev.relogrid.matrix.postgres.EmbeddedServer;
import dev.relogrid.matrix.postgres.ServerConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One server with two databases: one that has everything, one that is new for each test. */
final class BackupTest {
    private static final byte[] BLOB = "an object".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path shared;

    @TempDir
    private Path dir;

    private static List<EmbeddedServer> running = List.of();
    private static Path backup = Path.of("");
    private static Backup.Summary written = new Backup.Summary(0, 0, 0, 0, List.of());

    @BeforeAll
    static void writeBackup() throws IOException, SQLException {
        running = List.of(EmbeddedServer.start(ServiceTestDatabase.options(shared, false)));
        Kept full = full();
        Flyway.configure()
                .dataSource(
                        full.database().url(),
                        full.database().user(),
                        full.database().password())
                .load()
                .migrate();
        JdbcTemplate jdbc = jdbc(full.database());
        for (String statement :
                Files.readString(Path.of("src/test/resources/backup/rows.sql")).split(";\n", -1)) {
            if (!statement.isBlank()) {
                jdbc.execute(statement);
            }
        }
        full.blobs().putIfAbsent(Sha256.of(BLOB), BLOB);
        Files.createDirectories(shared.resolve("archive/packs"));
        Files.writeString(shared.resolve("archive/catalog.json"), "{}");
        Files.write(shared.resolve("archive/packs/one"), new byte[100_000]);
        backup = shared.resolve("backup.tar.zst");
        written = Backup.write(backup, full);
    }

    @AfterAll
    static void end() {
        running.forEach(EmbeddedServer::close);
    }

    @BeforeEach
    void makeEmptyDatabase() throws SQLException {
        ServerConnection at = running.getFirst().connection();
        try (Connection open = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = open.createStatement()) {
            statement.execute("drop database if exists empty");
            statement.execute("create database empty");
        }
    }

    @Test
    void everyRowAndBlobComesBack() throws IOException, SQLException {
        Kept empty = empty();
        assertEquals(written, Restore.read(backup, empty));
        assertEquals(dump(full().database()), dump(empty.database()));
        assertArrayEquals(BLOB, empty.blobs().read(Sha256.of(BLOB)));
        assertEquals("{}", Files.readString(dir.resolve("archive/catalog.json")));
        assertEquals(100_000, Files.size(dir.resolve("archive/packs/one")));
        assertEquals(0, written.leftOut().size());
        assertTrue(written.rows() > 10_000);
    }

    @Test
    void numbersGoOnWhereTheyStopped() {
        Kept empty = empty();
        Restore.read(backup, empty);
        String add = "insert into audit (at, actor, action, target, outcome) values (now(), 'a', 'b', 'c', 'd')"
                + " returning id";
        assertEquals(
                jdbc(full().database()).queryForObject("select max(id) + 1 from audit", Long.class),
                jdbc(empty.database()).queryForObject(add, Long.class));
    }

    @Test
    void usedDatabaseIsRefused() throws SQLException {
        Kept empty = empty();
        Restore.read(backup, empty);
        Map<String, String> before = dump(empty.database());
        Kept again = new Kept(empty.database(), empty.blobs(), null);
        String why = why(() -> Restore.read(backup, again));
        assertTrue(why.startsWith("the database is not empty"), why);
        assertEquals(before, dump(empty.database()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.001, 0.3, 0.7, 0.99, 0.9999})
    void shortenedBackupIsRefusedBeforeAnythingIsWritten(double part) throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(backup);
        refused(Arrays.copyOf(whole, (int) (whole.length * part)));
    }

    /** Some bits of a Zstandard frame may be either, a match's distance among equal bytes for one: then nothing is lost. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.01, 0.5, 0.95, 0.9999})
    void damagedFileIsRefusedUnlessItMeansTheSame(double where) throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(backup);
        byte[] content = unpacked(whole);
        whole[(int) (whole.length * where)] ^= 0x10;
        byte[] damaged;
        try {
            damaged = unpacked(whole);
        } catch (IOException e) {
            damaged = new byte[0];
        }
        if (Arrays.equals(content, damaged)) {
            assertEquals(written, Restore.read(Files.write(dir.resolve("other.tar.zst"), whole), empty()));
            assertEquals(dump(full().database()), dump(empty().database()));
        } else {
            refused(whole);
        }
    }

    /** Whoever packs a damaged content again makes its checksum right; the manifest still tells. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void damagedContentIsRefusedBeforeAnythingIsWritten(double where) throws IOException, SQLException {
        byte[] content = unpacked(Files.readAllBytes(backup));
        content[(int) (content.length * where)] ^= 0x10;
        refused(com.github.luben.zstd.Zstd.compress(content));
    }

    private static byte[] unpacked(byte[] file) throws IOException {
        try (ZstdInputStream in = new ZstdInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void anyOtherFileIsRefused() throws IOException, SQLException {
        refused("not a backup".getBytes(StandardCharsets.UTF_8));
        refused(com.github.luben.zstd.Zstd.compress(new byte[10_240]));
        refused(com.github.luben.zstd.Zstd.compress(Files.readAllBytes(Path.of("pom.xml"))));
    }

    @Test
    void damagedBlobIsLeftOutAndNamed() throws IOException {
        BlobStore blobs = new FolderBlobs(dir.resolve("damaged"));
        String name = Sha256.of(BLOB);
        blobs.putIfAbsent(name, BLOB);
        Files.writeString(
                dir.resolve("damaged")
                        .resolve(name.substring(0, 2))
                        .resolve(name.substring(2, 4))
                        .resolve(name),
                "x");
        Backup.Summary summary = Backup.write(dir.resolve("file"), new Kept(full().database(), blobs, null));
        assertEquals(1, summary.leftOut().size());
        assertTrue(summary.leftOut().getFirst().startsWith("blob " + name + " is damaged"));
        assertEquals(0, summary.blobs());
    }

    @Test
    void backupIsForItsOwnerAndReplacesNothing() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        String why = why(() -> Backup.write(backup, full()));
        assertEquals(backup + " is there already", why);
    }

    @Test
    void databaseOfSomebodyElseIsRefused() {
        String why = why(() -> Backup.write(dir.resolve("file"), empty()));
        assertTrue(why.startsWith("this database is not relogrid's"), why);
        assertFalse(Files.exists(dir.resolve("file")));
        assertFalse(Files.exists(dir.resolve("file.unfinished")));
    }

    private void refused(byte[] content) throws IOException, SQLException {
        Path file = Files.write(dir.resolve("other.tar.zst"), content);
        String why = why(() -> Restore.read(file, empty()));
        assertTrue(why.contains(file.toString()), why);
        assertEquals(Map.of(), dump(empty().database()));
        assertEquals(List.of(), empty().blobs().list());
        assertFalse(Files.exists(dir.resolve("archive")));
    }

    private static String why(org.junit.jupiter.api.function.Executable work) {
        return String.valueOf(assertThrows(BackupProblem.class, work).getMessage());
    }

    private static Kept full() {
        return new Kept(
                running.getFirst().connection(), new FolderBlobs(shared.resolve("blobs")), shared.resolve("archive"));
    }

    private Kept empty() {
        ServerConnection at = running.getFirst().connection();
        return new Kept(
                new ServerConnection(at.url().replace("/relogrid", "/empty"), at.user(), at.password()),
                new FolderBlobs(dir.resolve("blobs")),
                dir.resolve("archive"));
    }

    private static JdbcTemplate jdbc(ServerConnection at) {
        return new JdbcTemplate(new DriverManagerDataSource(at.url(), at.user(), at.password()));
    }

    /** Every table's digest of its sorted rows. */
    private static Map<String, String> dump(ServerConnection at) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        try (Connection open = DriverManager.getConnection(at.url(), at.user(), at.password())) {
            for (Manifest.Table table : new Tables(open).inOrder()) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                open.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from \"" + table.name() + "\" t order by t::text) to stdout", rows);
                all.put(table.name(), Sha256.of(rows.toByteArray()));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return all;
    }
}
