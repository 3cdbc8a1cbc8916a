package dev.relogrid.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A table. Its last column may be as long as it likes.
 *
 * @param title what it shows; empty where the headline says so
 * @param columns at least one
 * @param rows each with a text for each column
 */
record Table(String title, List<Column> columns, List<List<String>> rows) {

    /**
     * A column.
     *
     * @param heading may be empty
     * @param isNumber whether it stands at the right
     */
    record Column(String heading, boolean isNumber) {}

    /** A column and what stands in it. */
    record Field(Column column, Function<Told, String> of) {
        static Field text(String heading, Function<Told, String> of) {
            return new Field(new Column(heading, false), of);
        }

        static Field number(String heading, Function<Told, String> of) {
            return new Field(new Column(heading, true), of);
        }
    }

    /** A row for each of these. */
    static Table of(List<Told> rows, Field... fields) {
        return new Table(
                "",
                Arrays.stream(fields).map(Field::column).toList(),
                rows.stream().map(row -> row(row, fields)).toList());
    }

    private static List<String> row(Told row, Field... fields) {
        return Arrays.stream(fields).map(field -> field.of().apply(row)).toList();
    }

    /** Names and what they stand for, in turn; those of nothing are left out. */
    static Table facts(String... namesAndValues) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                rows.add(List.of(namesAndValues[i], namesAndValues[i + 1]));
            }
        }
        return new Table("", List.of(new Column("", false), new Column("", false)), List.copyOf(rows));
    }

    Table titled(String other) {
        return new Table(other, columns, rows);
    }
}
