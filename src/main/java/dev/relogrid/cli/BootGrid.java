package dev.relogrid.cli;

import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects by kernels: words where they fit, else signs under the numbers of kernels. */
final class BootGrid {
    private static final int GAP = 2;
    private static final int LONGEST_NAME = 40;

    private final Style style;
    private final BootOutcome outcome;

    BootGrid(Style style, BootOutcome outcome) {
        this.style = style;
        this.outcome = outcome;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int kernels = outcome.reports().size();
        for (int i = 0; i < kernels; i++) {
            var guest = outcome.reports().get(i).guest();
            lines.add("  " + style.faint(pad(String.valueOf(i + 1), 3)) + " "
                    + Printable.text(outcome.reports().get(i).kernel())
                    + (guest == null ? "" : style.faint("  libbpf " + guest.libbpf() + ", " + guest.accelerator())));
        }
        lines.add("");
        int name = outcome.cells().keySet().stream()
                .mapToInt(text -> Math.min(LONGEST_NAME, cut(text).length()))
                .max()
                .orElse(0);
        int word = outcome.cells().values().stream()
                .flatMap(List::stream)
                .mapToInt(cell -> cell.text().length())
                .max()
                .orElse(0);
        boolean words = 2 + name + (long) kernels * (word + GAP) <= style.width();
        int column = words ? word : Math.max(2, signs());
        lines.add("  " + style.faint((pad("object", name) + numbers(kernels, column)).stripTrailing()));
        for (Map.Entry<String, List<BootedCell>> row : outcome.cells().entrySet()) {
            lines.add(row(row, name, column, words));
        }
        if (!words) {
            lines.add("");
            lines.add("  "
                    + style.faint(style.sign("\u2713", "+") + " loads, " + style.sign("\u2717", "x")
                            + "n of its programs refused, ? not decided"));
        }
        return lines;
    }

    private int signs() {
        return outcome.cells().values().stream()
                .flatMap(List::stream)
                .mapToInt(cell -> sign(cell).length())
                .max()
                .orElse(0);
    }

    private static String numbers(int kernels, int column) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= kernels; i++) {
            text.append(" ".repeat(GAP)).append(pad(String.valueOf(i), column));
        }
        return text.toString();
    }

    private String row(Map.Entry<String, List<BootedCell>> row, int name, int column, boolean words) {
        StringBuilder line = new StringBuilder("  ").append(pad(cut(row.getKey()), name));
        for (BootedCell cell : row.getValue()) {
            String text = pad(words ? cell.text() : sign(cell), column);
            line.append(" ".repeat(GAP)).append(paint(cell, text));
        }
        return line.toString().stripTrailing();
    }

    private String sign(BootedCell cell) {
        return switch (cell.word()) {
            case LOADS -> style.sign("\u2713", "+");
            case REFUSED -> style.sign("\u2717", "x") + cell.refused().size();
            case NOT_OPENED -> style.sign("\u2717", "x");
            case NOT_DECIDED -> "?";
        };
    }

    private String paint(BootedCell cell, String text) {
        return switch (cell.word()) {
            case LOADS -> style.green(text);
            case REFUSED, NOT_OPENED -> style.red(text);
            case NOT_DECIDED -> style.yellow(text);
        };
    }

    /** The end of a long path says more than its beginning. */
    private String cut(String name) {
        String text = Printable.text(outcome.shown(name));
        return text.length() <= LONGEST_NAME ? text : ".." + text.substring(text.length() - LONGEST_NAME + 2);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
