package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of words under headings, aligned by spaces; columns named in {@code right} hold numbers. */
final class Table {
    private static final String INDENT = "  ";

    private final List<String> headings;
    private final List<String> right;
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> headings, List<String> right) {
        this.headings = headings;
        this.right = right;
    }

    /** Cells may be empty; control characters in them are shown. */
    void add(String... cells) {
        rows.add(List.of(cells).stream().map(Printable::text).toList());
    }

    void print(PrintWriter out, Style style) {
        int[] widths = widths();
        out.println(style.faint(line(headings, widths)));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - cells.get(column).length());
            boolean number = right.contains(headings.get(column));
            line.append(INDENT).append(number ? gap : "").append(cells.get(column));
            line.append(number ? "" : gap);
        }
        return line.toString().stripTrailing();
    }
}
