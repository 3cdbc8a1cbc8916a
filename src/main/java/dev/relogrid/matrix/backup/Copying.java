package dev.relogrid.matrix.backup;

import dev.relogrid.matrix.backup.Manifest.Table;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Entries of a backup going into tables, one COPY for all entries of a table. */
final class Copying implements AutoCloseable {
    private final Connection connection;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private @Nullable String current;
    private @Nullable CopyIn copy;

    Copying(Connection connection, Manifest manifest) {
        this.connection = connection;
        manifest.tables().forEach(table -> tables.put(table.name(), table));
    }

    /** @param name the table and the entry's number, {@code event/000000} */
    void take(String name, InputStream content) throws IOException {
        String table = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        try {
            CopyIn into = into(table);
            byte[] bytes = content.readAllBytes();
            into.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new BackupProblem("cannot restore table " + table, e);
        }
    }

    private CopyIn into(String name) throws SQLException {
        if (copy != null && name.equals(current)) {
            return copy;
        }
        end();
        Table table = tables.get(name);
        if (table == null) {
            throw new BackupProblem("the backup has rows of table " + name + ", which its manifest does not name");
        }
        CopyIn begun =
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table.copyTarget() + " from stdin");
        copy = begun;
        current = name;
        return begun;
    }

    private void end() throws SQLException {
        if (copy != null && current != null) {
            rows.merge(current, copy.endCopy(), Long::sum);
            copy = null;
        }
    }

    /** Ends the last table and counts. */
    void finish() throws SQLException {
        end();
        for (Table table : tables.values()) {
            long stored = rows.getOrDefault(table.name(), 0L);
            if (stored != table.rows()) {
                throw new BackupProblem(
                        "table " + table.name() + " should have " + table.rows() + " rows, the backup had " + stored);
            }
        }
    }

    /** Leaves no COPY open on the connection. */
    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
