package dev.relogrid.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A fleet as lines of text. */
final class FleetTable {
    private FleetTable() {}

    /** Blank lines and those that begin with # mean nothing; the first of the others may be a header. */
    static Map<String, Long> parse(String text) {
        FleetRows rows = new FleetRows();
        List<String> lines = text.lines().toList();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            line = i == 0 && line.startsWith("\ufeff") ? line.substring(1) : line; // what spreadsheets begin files with
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (!first || !isHeader(cells)) {
                row(rows, i + 1, cells);
            }
            first = false;
        }
        return rows.nodes();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(line.indexOf('\t') >= 0 ? "\t" : ",", -1))
                .map(String::strip)
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1)
                        : cell)
                .toList();
    }

    /** Words without a digit; every kernel's release has one. */
    private static boolean isHeader(List<String> cells) {
        return cells.stream().allMatch(cell -> cell.chars().noneMatch(Character::isDigit));
    }

    /** A kernel alone is one node, so that a list of what every machine says will do. */
    private static void row(FleetRows rows, int line, List<String> cells) {
        if (cells.size() > 2) {
            rows.bad(line, "expected a kernel and a number of nodes, found " + cells.size() + " cells");
            return;
        }
        String count = cells.size() == 1 ? "1" : cells.get(1);
        if (count.matches("[0-9]{1,18}")) {
            rows.add(line, cells.getFirst(), Long.parseLong(count));
        } else {
            rows.bad(line, "expected a number of nodes, found '" + YamlReader.shortened(count) + "'");
        }
    }
}
