package dev.relogrid.matrix.backup;

import dev.relogrid.matrix.backup.Manifest.Table;
import dev.relogrid.matrix.blob.BlobProblem;
import dev.relogrid.matrix.blob.BlobStore;
import dev.relogrid.matrix.postgres.ServerConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything a service keeps into one file, while the service goes on: all tables as of one moment, then every
 * blob, which are there before the rows that name them, then the archive of kernels.
 */
public final class Backup {
    private final Kept kept;
    private final List<String> leftOut = new ArrayList<>();

    private Backup(Kept kept) {
        this.kept = kept;
    }

    /**
     * What was written.
     *
     * @param leftOut sentences about blobs that could not be read; everything else is there
     */
    public record Summary(int tables, long rows, long blobs, long archiveFiles, List<String> leftOut) {}

    /**
     * Writes {@code file}, which must not be there yet.
     *
     * @throws BackupProblem saying why there is no such file now
     */
    public static Summary write(Path file, Kept kept) {
        if (Files.exists(file)) {
            throw new BackupProblem(file + " is there already");
        }
        try (BackupFile into = new BackupFile(file);
                Connection connection = open(kept.database())) {
            return new Backup(kept).write(into, connection);
        } catch (IOException | SQLException e) {
            throw new BackupProblem("cannot write " + file, e);
        }
    }

    static Connection open(ServerConnection at) throws SQLException {
        Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private Summary write(BackupFile into, Connection connection) throws IOException, SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        String schema = schema(connection);
        String now = Instant.now().toString();
        Tables catalog = new Tables(connection);
        List<Table> tables = new ArrayList<>();
        for (Table table : catalog.inOrder()) {
            tables.add(copy(table, into, connection));
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, schema, now, tables, catalog.sequences(), List.of());
        connection.rollback();
        blobs(into);
        archive(into);
        manifest =
                new Manifest(manifest.format(), schema, now, manifest.tables(), manifest.sequences(), into.entries());
        into.finish(JsonMapper.shared().writeValueAsBytes(manifest));
        return new Summary(
                tables.size(),
                manifest.rows(),
                manifest.count(Manifest.BLOBS),
                manifest.count(Manifest.ARCHIVE),
                List.copyOf(leftOut));
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet known = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
            known.next();
            if (!known.getBoolean(1)) {
                throw new BackupProblem("this database is not relogrid's: nothing was ever migrated in it");
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery("select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            newest.next();
            return newest.getString(1);
        }
    }

    private static Table copy(Table table, BackupFile into, Connection connection) throws IOException, SQLException {
        long rows;
        try (Chunks chunks = new Chunks(into, Manifest.TABLES + table.name() + "/")) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table.copyTarget() + " to stdout", chunks);
        }
        return new Table(table.name(), table.columns(), rows);
    }

    private void blobs(BackupFile into) throws IOException {
        BlobStore blobs = kept.blobs();
        for (String name : blobs.list()) {
            byte[] content;
            try {
                content = blobs.read(name);
            } catch (BlobProblem e) {
                if (blobs.exists(name)) { // else somebody deleted the object meanwhile
                    leftOut.add(String.valueOf(e.getMessage()));
                }
                continue;
            }
            into.add(Manifest.BLOBS + name, content);
        }
    }

    /** Its catalog before what the catalog names: files are added the other way round. */
    private void archive(BackupFile into) throws IOException {
        Path archive = kept.archive();
        if (archive == null || !Files.isDirectory(archive)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(archive)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
        for (Path file : files) {
            into.add(Manifest.ARCHIVE + archive.relativize(file), file);
        }
    }
}
