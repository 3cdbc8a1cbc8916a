package dev.relogrid.matrix.backup;

import dev.relogrid.matrix.postgres.ServerConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.util.FileSystemUtils;

/**
 * Reads a backup into a service that has nothing yet. The file is read twice: nothing is written before all of it was
 * found whole. Rows become visible together, at the end.
 */
public final class Restore {
    private final Kept kept;
    private final Manifest manifest;
    private final Connection connection;

    private Restore(Kept kept, Manifest manifest, Connection connection) {
        this.kept = kept;
        this.manifest = manifest;
        this.connection = connection;
    }

    /**
     * Restores {@code file}; the database is then as new as this program wants it, and may have been older.
     *
     * @throws BackupProblem when the file is not a whole backup, is newer than this program, or something is there already
     */
    public static Backup.Summary read(Path file, Kept kept) {
        if (!Files.isReadable(file)) {
            throw new BackupProblem("cannot read " + file);
        }
        BackupReader reader = new BackupReader(file);
        Manifest manifest = reader.verify();
        Path archive = kept.archive();
        if (archive != null && manifest.count(Manifest.ARCHIVE) > 0 && Files.exists(archive)) {
            throw new BackupProblem(archive + " is there already: restore into a folder that has nothing yet");
        }
        try (Connection connection = Backup.open(kept.database())) {
            refuseUsed(connection);
            migrate(kept.database(), manifest.schema());
            new Restore(kept, manifest, connection).restore(reader);
            migrate(kept.database(), "latest");
        } catch (SQLException e) {
            throw new BackupProblem("cannot restore " + file, e);
        }
        return new Backup.Summary(
                manifest.tables().size(),
                manifest.rows(),
                manifest.count(Manifest.BLOBS),
                manifest.count(Manifest.ARCHIVE),
                java.util.List.of());
    }

    private static void refuseUsed(Connection connection) throws SQLException {
        String used = new Tables(connection).firstUsed();
        connection.rollback();
        if (!used.isEmpty()) {
            throw new BackupProblem("the database is not empty (table " + used
                    + " has rows): restore into one that nothing was ever written to");
        }
    }

    private static void migrate(ServerConnection database, String target) {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .target(MigrationVersion.fromVersion(target))
                    .load();
            flyway.migrate();
            if (!target.equals("latest") && !Objects.equals(flyway.info().getInfoResult().schemaVersion, target)) {
                throw new BackupProblem(
                        "the backup's tables are of version " + target
                                + ", which this relogrid does not know: restore with the release that wrote it, or a newer one");
            }
        } catch (FlywayException e) {
            throw new BackupProblem("cannot make the tables", e);
        }
    }

    private void restore(BackupReader reader) throws SQLException {
        Path unfinished = kept.archive() == null
                ? null
                : kept.archive().resolveSibling(kept.archive().getFileName() + ".restoring");
        try (Copying copying = new Copying(connection, manifest)) {
            reader.read("cannot restore", (name, content) -> {
                if (name.startsWith(Manifest.TABLES)) {
                    copying.take(name.substring(Manifest.TABLES.length()), content);
                } else if (name.startsWith(Manifest.BLOBS)) {
                    kept.blobs().putIfAbsent(name.substring(Manifest.BLOBS.length()), content.readAllBytes());
                } else if (name.startsWith(Manifest.ARCHIVE) && unfinished != null) {
                    file(unfinished, name.substring(Manifest.ARCHIVE.length()), content);
                }
            });
            copying.finish();
            setSequences();
            if (unfinished != null && Files.exists(unfinished)) {
                Files.move(unfinished, kept.archive(), StandardCopyOption.ATOMIC_MOVE);
            }
            connection.commit();
        } catch (IOException e) {
            throw new BackupProblem("cannot restore", e);
        } finally {
            if (unfinished != null) {
                FileSystemUtils.deleteRecursively(unfinished.toFile());
            }
        }
    }

    private static void file(Path folder, String name, InputStream content) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new BackupProblem("the backup names a file outside its folder: " + name);
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file in a folder"));
        Files.copy(content, file);
    }

    private void setSequences() throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(quote_ident(?)::regclass, ?)")) {
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                set.setString(1, sequence.getKey());
                set.setLong(2, sequence.getValue());
                set.executeQuery().close();
            }
        }
    }
}
