package dev.relogrid.matrix.backup;

import java.util.List;
import java.util.Map;

/**
 * The last entry of a backup, {@code manifest.json}: what the file must contain to be whole.
 *
 * @param format the version of the file's layout
 * @param schema the newest migration the database had
 * @param takenAt RFC 3339, the moment all tables show
 * @param tables in an order in which references find what they refer to
 * @param sequences the last number each has given out
 * @param entries everything before the manifest, in the file's order
 */
record Manifest(
        int format,
        String schema,
        String takenAt,
        List<Table> tables,
        Map<String, Long> sequences,
        List<Entry> entries) {
    static final int FORMAT = 1;

    /** The first entry of every backup, and what it says. */
    static final String HEADER = "relogrid-backup";

    static final String HEADER_TEXT = "relogrid backup, format " + FORMAT + "\n";
    static final String NAME = "manifest.json";
    static final String TABLES = "tables/";
    static final String BLOBS = "blobs/";
    static final String ARCHIVE = "archive/";

    /** A table; its rows are in entries {@code tables/NAME/000000} and on, cut anywhere, joined by concatenation. */
    record Table(String name, List<String> columns, long rows) {
        /** What of it goes through COPY. */
        String copyTarget() {
            return quoted(name) + " ("
                    + String.join(", ", columns.stream().map(Table::quoted).toList()) + ")";
        }

        static String quoted(String identifier) {
            return '"' + identifier.replace("\"", "\"\"") + '"';
        }
    }

    /** One entry of the file. */
    record Entry(String name, long size, String sha256) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long count(String prefix) {
        return entries.stream().filter(entry -> entry.name.startsWith(prefix)).count();
    }
}
