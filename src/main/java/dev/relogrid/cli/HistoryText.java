package dev.relogrid.cli;

import dev.relogrid.engine.history.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A history for people: all lines together, what the answers are, each line. */
final class HistoryText {
    private final Style style;
    private final PrintWriter out;
    private final HistoryLabels labels;

    HistoryText(Style style, PrintWriter out, HistoryLabels labels) {
        this.style = style;
        this.out = out;
        this.labels = labels;
    }

    /**
     * Lines of which all would say the same are left away.
     *
     * @param files kernels that are in no archive
     */
    void print(String question, List<HistoryRow> rows, List<HistoryRun.Asked> files) {
        List<HistoryRow> together =
                rows.stream().filter(row -> row.line().isEmpty()).toList();
        List<HistoryRow> lines =
                rows.stream().filter(row -> !row.line().isEmpty()).toList();
        together.forEach(row -> row("", row));
        if (!together.isEmpty()) {
            out.println();
        }
        answers(question);
        if (labels.unanimous()) {
            return;
        }
        out.println();
        int width = 0;
        for (HistoryRow row : lines) {
            width = Math.max(width, row.line().length());
        }
        for (HistoryRow row : lines) {
            row("  " + row.line() + " ".repeat(width - row.line().length()) + "  ", row);
        }
        for (HistoryRun.Asked file : files) {
            out.println("  " + Printable.text(file.kernel().id()) + "  " + painted(List.of(file.answer())));
        }
    }

    private void answers(String question) {
        int all = 0;
        for (Answer answer : labels.answers()) {
            all += labels.count(answer);
        }
        out.println(style.bold(Printable.text(question)) + ": on " + labels.present() + " of " + all
                + (all == 1 ? " kernel" : " kernels"));
        for (Answer answer : labels.answers()) {
            out.println("  " + paint(answer, pad(Integer.toString(labels.count(answer)))) + "  "
                    + Printable.text(labels.whole(answer)));
        }
    }

    private static String pad(String number) {
        return " ".repeat(Math.max(0, 4 - number.length())) + number;
    }

    private void row(String head, HistoryRow row) {
        lines(head, row, style.width()).forEach(out::println);
    }

    /** Segments with arrows between them; a new line where one does not fit. */
    List<String> lines(String head, HistoryRow row, int width) {
        String begin = head + (row.flavours().isEmpty() ? "" : String.join(", ", row.flavours()) + ": ");
        String indent = " ".repeat(head.isEmpty() ? 4 : head.length() + 2);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(Printable.text(begin));
        int column = line.length();
        HistoryTrack.Segment before = null;
        for (HistoryTrack.Segment segment : row.segments()) {
            String label = Printable.text(labels.of(segment.answers()));
            String arrow = before == null ? "" : arrow(change(before.last(), segment.first()));
            if (before != null && column + 1 + arrow.length() + 1 + label.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                column = indent.length();
            } else if (before != null) {
                line.append(' ');
                column++;
            }
            line.append(style.faint(arrow)).append(before == null ? "" : " ").append(painted(segment.answers()));
            column += arrow.length() + 1 + label.length();
            before = segment;
        }
        lines.add(line.toString());
        return lines;
    }

    private String arrow(String label) {
        return style.unicode() ? "\u2500\u2500" + label + "\u2500\u2500\u25b8" : "--" + label + "-->";
    }

    /**
     * Between which versions of those that were asked the change lies: only the new one's series where they are of
     * neighbouring series, its whole version where they are of the same.
     */
    private String change(UpstreamVersion last, UpstreamVersion first) {
        if (last.series().equals(first.series())) {
            return first.text();
        }
        return last.isSeriesBefore(first)
                ? first.series()
                : last.series() + style.sign("\u2026", "..") + first.series();
    }

    private String painted(List<Answer> answers) {
        return paint(answers.getFirst(), Printable.text(labels.of(answers)));
    }

    private String paint(Answer answer, String text) {
        return switch (answer.status()) {
            case PRESENT -> style.green(text);
            case ABSENT -> style.red(text);
            case INLINED -> style.yellow(text);
            case UNKNOWN -> style.faint(text);
        };
    }

    /** Kernels that are in no archive. */
    static List<HistoryRun.Asked> files(List<HistoryRun.Asked> asked) {
        List<HistoryRun.Asked> files = new ArrayList<>();
        for (HistoryRun.Asked one : asked) {
            if (one.kernel().entry() == null) {
                files.add(one);
            }
        }
        return files;
    }
}
