package dev.relogrid.web.page;

import dev.relogrid.report.look.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** A sheet as GitHub's Markdown. */
final class SheetMarkdown {
    private SheetMarkdown() {}

    /**
     * Writes it.
     *
     * @param ends what is told below, a line each
     */
    static String of(Sheet sheet, List<String> ends) {
        StringBuilder out = new StringBuilder(Markdown.text(sheet.headline())).append('\n');
        for (Table table : sheet.tables()) {
            if (!table.rows().isEmpty()) {
                out.append('\n').append(table(table));
            }
        }
        ends.forEach(end -> out.append('\n').append(end).append('\n'));
        return out.toString();
    }

    private static String table(Table table) {
        String title = table.title().isEmpty() ? "" : "**" + Markdown.text(table.title()) + "**\n\n";
        String head = row(table.columns().stream().map(Table.Column::heading).toList());
        String rule = table.columns().stream()
                .map(column -> column.isNumber() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n"));
        return title
                + head
                + rule
                + table.rows().stream().map(SheetMarkdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
