package dev.relogrid.report.history;

import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.report.kernels.UpstreamVersion;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a history as it is told: plain data, to be kept and sent.
 *
 * @param whose flavours it is the history of, with commas between them; empty for all
 * @param segments oldest first
 */
public record HistoryLine(String whose, List<Segment> segments) {
    private static final String TO = "\u2026";

    /**
     * Neighbouring versions with the same answer.
     *
     * @param since the first version or series with the answer, {@code 6.6}; two, {@code 6.1…6.6}, where it changed
     *     somewhere between them; empty for the first segment
     * @param label the answer in a word or two: {@code __i_ctime}, {@code absent}
     */
    public record Segment(String since, String label, Status status) {}

    /** All kernels together, one line for each kind of kernel with a history of its own; without those nothing changes for. */
    public static List<HistoryLine> changes(HistoryRun run) {
        List<HistoryRun.Asked> asked = run.asked();
        HistoryLabels labels = new HistoryLabels(run.question().name(), asked);
        List<HistoryLine> lines = new ArrayList<>();
        for (HistoryRow row : HistoryRow.together(asked)) {
            if (row.segments().size() > 1) {
                lines.add(of(row, labels));
            }
        }
        return lines;
    }

    static HistoryLine of(HistoryRow row, HistoryLabels labels) {
        List<Segment> segments = new ArrayList<>();
        HistoryTrack.Segment before = null;
        for (HistoryTrack.Segment segment : row.segments()) {
            segments.add(new Segment(
                    before == null ? "" : change(before.last(), segment.first()),
                    labels.of(segment.answers()),
                    segment.answers().getFirst().status()));
            before = segment;
        }
        return new HistoryLine(String.join(", ", row.flavours()), segments);
    }

    /**
     * Between which versions of those that were asked the change lies: only the new one's series where they are of
     * neighbouring series, its whole version where they are of the same.
     */
    private static String change(UpstreamVersion last, UpstreamVersion first) {
        if (last.series().equals(first.series())) {
            return first.text();
        }
        return last.isSeriesBefore(first) ? first.series() : last.series() + TO + first.series();
    }

    /** As one line of plain text. */
    public String text() {
        return lines(new Style(false, true, Integer.MAX_VALUE), "", Integer.MAX_VALUE)
                .getFirst();
    }

    /**
     * Segments with arrows between them; a new line where one does not fit.
     *
     * @param head what the first line begins with
     * @param width columns of all
     */
    public List<String> lines(Style style, String head, int width) {
        String indent = " ".repeat(head.isEmpty() ? 4 : head.length() + 2);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(Printable.text(head + (whose.isEmpty() ? "" : whose + ": ")));
        int column = line.length();
        boolean first = true;
        for (Segment segment : segments) {
            String label = Printable.text(segment.label);
            String arrow = first ? "" : arrow(style, segment.since);
            if (!first && column + 1 + arrow.length() + 1 + label.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                column = indent.length();
            } else if (!first) {
                line.append(' ');
                column++;
            }
            line.append(style.faint(arrow)).append(first ? "" : " ").append(paint(style, segment.status, label));
            column += arrow.length() + 1 + label.length();
            first = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static String arrow(Style style, String label) {
        return style.unicode() ? "\u2500\u2500" + label + "\u2500\u2500\u25b8" : "--" + label.replace(TO, "..") + "-->";
    }

    static String paint(Style style, Status status, String text) {
        return switch (status) {
            case PRESENT -> style.green(text);
            case ABSENT -> style.red(text);
            case INLINED -> style.yellow(text);
            case UNKNOWN -> style.faint(text);
        };
    }
}
