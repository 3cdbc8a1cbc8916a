package dev.relogrid.matrix.backup;

import dev.relogrid.matrix.backup.Manifest.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What PostgreSQL's catalog says about the tables of the service; the record of migrations is not one of them. */
final class Tables {
    private static final String NAMES = """
            select relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
            order by relname""";
    private static final String REFERENCES = """
            select child.relname, parent.relname from pg_constraint k
            join pg_class child on child.oid = k.conrelid
            join pg_class parent on parent.oid = k.confrelid
            where k.contype = 'f' and child.oid <> parent.oid and k.connamespace = current_schema()::regnamespace""";
    private static final String COLUMNS = """
            select attname from pg_attribute
            where attrelid = (select oid from pg_class
                              where relname = ? and relnamespace = current_schema()::regnamespace)
                and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum""";
    private static final String SEQUENCES = """
            select sequencename, last_value from pg_sequences
            where schemaname = current_schema() and last_value is not null order by sequencename""";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Every table, after all it refers to; rows are not counted yet. */
    List<Table> inOrder() throws SQLException {
        List<String> waiting = new ArrayList<>(names());
        Map<String, Set<String>> references = references();
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<String> free = waiting.stream()
                    .filter(name ->
                            references.getOrDefault(name, Set.of()).stream().noneMatch(waiting::contains))
                    .toList();
            if (free.isEmpty()) {
                throw new BackupProblem("tables refer to each other in a circle: " + waiting);
            }
            for (String name : free) {
                ordered.add(new Table(name, columns(name), 0));
            }
            waiting.removeAll(free);
        }
        return ordered;
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), _ -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    /** The last number of each sequence that has given one out. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> last = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                last.put(rows.getString(1), rows.getLong(2));
            }
        }
        return last;
    }

    /** A table that has rows, or an empty string. */
    String firstUsed() throws SQLException {
        for (String name : names()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select from " + Table.quoted(name) + " limit 1")) {
                if (rows.next()) {
                    return name;
                }
            }
        }
        return "";
    }
}
