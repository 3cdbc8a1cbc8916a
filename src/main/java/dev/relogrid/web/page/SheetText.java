package dev.relogrid.web.page;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Wrapped;
import java.util.List;
import java.util.Locale;

/** A sheet as plain text for a terminal: columns in line, no codes. */
final class SheetText {
    private static final int WIDTH = 120;
    private static final int WIDEST = 72;
    private static final int NARROWEST_LAST = 32;
    private static final String GAP = "  ";

    private final StringBuilder out = new StringBuilder();

    private SheetText() {}

    /**
     * Writes it.
     *
     * @param ends what is told below, such as where the same is to be had as JSON
     */
    static String of(Sheet sheet, List<String> ends) {
        SheetText text = new SheetText();
        Wrapped.words(Printable.text(sheet.headline()), WIDTH).forEach(text::line);
        for (Table table : sheet.tables()) {
            if (!table.rows().isEmpty()) {
                text.line("");
                text.table(table);
            }
        }
        text.line("");
        ends.forEach(text::line);
        return text.out.toString();
    }

    private void table(Table table) {
        if (!table.title().isEmpty()) {
            line(table.title());
        }
        int[] widths = widths(table);
        if (table.columns().stream().anyMatch(column -> !column.heading().isEmpty())) {
            row(
                    table,
                    table.columns().stream()
                            .map(column -> column.heading().toUpperCase(Locale.ROOT))
                            .toList(),
                    widths);
        }
        table.rows().forEach(cells -> row(table, cells, widths));
    }

    private static int[] widths(Table table) {
        int last = table.columns().size() - 1;
        int[] widths = new int[last + 1];
        int room = WIDTH;
        for (int i = 0; i < last; i++) {
            widths[i] = Math.min(WIDEST, longest(table, i));
            room -= widths[i] + GAP.length();
        }
        widths[last] = Math.min(longest(table, last), Math.max(NARROWEST_LAST, room));
        return widths;
    }

    private static int longest(Table table, int column) {
        int heading = table.columns().get(column).heading().length();
        return table.rows().stream()
                .mapToInt(cells -> shown(cells.get(column)).length())
                .reduce(heading, Math::max);
    }

    /** The last cell goes on below itself. */
    private void row(Table table, List<String> cells, int[] widths) {
        int last = cells.size() - 1;
        StringBuilder begin = new StringBuilder();
        for (int i = 0; i < last; i++) {
            begin.append(cell(
                            shown(cells.get(i)),
                            widths[i],
                            table.columns().get(i).isNumber()))
                    .append(GAP);
        }
        List<String> lines = Wrapped.words(shown(cells.get(last)), widths[last]);
        String first = lines.isEmpty() ? "" : lines.getFirst();
        line(begin + cell(first, widths[last], table.columns().get(last).isNumber()));
        lines.stream().skip(1).forEach(more -> line(" ".repeat(begin.length()) + more));
    }

    private static String cell(String text, int width, boolean isNumber) {
        String cut = text.length() > width && width == WIDEST ? text.substring(0, width - 1) + "…" : text;
        String room = " ".repeat(Math.max(0, width - cut.length()));
        return isNumber ? room + cut : cut + room;
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "-" : Printable.text(cell);
    }

    private void line(String line) {
        out.append(line.stripTrailing()).append('\n');
    }
}
