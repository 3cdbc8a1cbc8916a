package dev.relogrid.report.history;

import dev.relogrid.engine.history.Answer;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A history for people: all lines together, what the answers are, each line. */
public final class HistoryText {
    private final Style style;
    private final PrintWriter out;
    private final HistoryLabels labels;

    public HistoryText(Style style, PrintWriter out, HistoryLabels labels) {
        this.style = style;
        this.out = out;
        this.labels = labels;
    }

    /**
     * Lines of which all would say the same are left away.
     *
     * @param files kernels that are in no archive
     */
    public void print(String question, List<HistoryRow> rows, List<HistoryRun.Asked> files) {
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
        HistoryLine.of(row, labels).lines(style, head, style.width()).forEach(out::println);
    }

    private String painted(List<Answer> answers) {
        return paint(answers.getFirst(), Printable.text(labels.of(answers)));
    }

    private String paint(Answer answer, String text) {
        return HistoryLine.paint(style, answer.status(), text);
    }

    /** Kernels that are in no archive. */
    public static List<HistoryRun.Asked> files(List<HistoryRun.Asked> asked) {
        List<HistoryRun.Asked> files = new ArrayList<>();
        for (HistoryRun.Asked one : asked) {
            if (one.kernel().entry() == null) {
                files.add(one);
            }
        }
        return files;
    }
}
