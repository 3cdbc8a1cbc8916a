package dev.relogrid.report.render;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for people: a headline, the kernels, the causes, and the headline again. */
public final class TextReport {
    private static final int SHORT = 12;
    private static final int WIDTH = 100;

    private final Style style;
    private final PrintWriter out;
    private final boolean each;

    /** @param each whether every kernel gets a line of its own, however many there are */
    public TextReport(Style style, PrintWriter out, boolean each) {
        this.style = style;
        this.out = out;
        this.each = each;
    }

    /** As text without colours, in lines of at most a hundred columns where words allow. */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new TextReport(new Style(false, true, WIDTH), out, false).print(report, Proof.NONE);
        out.flush();
        return text.toString();
    }

    /** The sentence everything begins with: {@code relocates on 212 of 214 kernels, breaks on 2}. */
    public static String headline(Report report) {
        return summary(report, new Style(false, true, WIDTH));
    }

    /**
     * The same from numbers alone, where the report itself is not at hand.
     *
     * @param counts as {@link Report#counts} has them
     * @param unanswered how many kernels could not be read
     * @param relocations how many the object has
     */
    public static String headline(Map<Verdict, Integer> counts, int unanswered, int relocations) {
        return summary(counts, unanswered, relocations, new Style(false, true, WIDTH));
    }

    /** Prints one object. */
    public void print(Report report, Proof proof) {
        String headline = style.bold(Printable.text(report.subject().name())) + ": " + summary(report, style);
        out.println(headline);
        notes(report);
        out.println();
        int lines = kernels(report, proof);
        for (String line : proof.lines()) {
            out.println(line);
            lines++;
        }
        List<String> grid = isLong(report) ? new GridText(style, report).lines() : List.of();
        if (!grid.isEmpty()) {
            out.println();
            grid.forEach(out::println);
            lines += 1 + grid.size();
        }
        lines += causes(report);
        if (lines > SHORT) {
            out.println();
            out.println(headline);
        }
    }

    private void notes(Report report) {
        for (String warning : report.subject().warnings()) {
            Wrapped.words("warning: " + Printable.text(warning), style.width() - 2)
                    .forEach(line -> out.println("  " + style.yellow(line)));
        }
        int aside = report.otherByteOrder().size();
        if (aside > 0) {
            out.println("  "
                    + style.faint(kernels(aside) + " of machines with the other byte order "
                            + (aside == 1 ? "is" : "are") + " left out"));
        }
    }

    private static String summary(Report report, Style style) {
        return summary(
                report.counts(), report.unanswered().size(), report.subject().relocations(), style);
    }

    private static String summary(Map<Verdict, Integer> counts, int unanswered, int relocations, Style style) {
        List<String> parts = new ArrayList<>();
        int all = unanswered;
        for (int count : counts.values()) {
            all += count;
        }
        String of = " of " + kernels(all);
        counts.forEach((verdict, count) ->
                parts.add(Paint.of(style, verdict, verdict.word() + " on " + count + (parts.isEmpty() ? of : ""))));
        if (unanswered > 0) {
            parts.add(unanswered + " not answered");
        }
        return String.join(", ", parts) + (relocations == 0 ? "; it has no relocations" : "");
    }

    static String kernels(int count) {
        return count + (count == 1 ? " kernel" : " kernels");
    }

    private boolean isLong(Report report) {
        return !each && report.kernels().size() > KernelGroups.FEW;
    }

    /** One paragraph for each verdict and reason, with the kernels by suite and architecture. */
    private int grouped(Report report) {
        KernelGroups groups = new KernelGroups(report.typed());
        Map<Said, List<String>> byReason = new LinkedHashMap<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            AnswerClass answer = report.answer(i);
            byReason.computeIfAbsent(new Said(answer.verdict(), answer.reason()), key -> new ArrayList<>())
                    .add(report.kernels().get(i));
        }
        int lines = 0;
        for (Map.Entry<Said, List<String>> entry : byReason.entrySet()) {
            Verdict verdict = entry.getKey().verdict;
            String reason = entry.getKey().reason;
            List<String> ids = entry.getValue();
            out.println("  " + word(verdict) + "  " + kernels(ids.size())
                    + (reason.isEmpty() ? "" : "  " + style.faint(Printable.text(reason))));
            List<String> which = verdict == Verdict.NO_BTF ? groups.describe(ids) : groups.summary(ids);
            List<String> list = Wrapped.list(which, style.width() - 6);
            list.forEach(line -> out.println("      " + Printable.text(line)));
            lines += 1 + list.size();
        }
        return lines;
    }

    /** A verdict and its reason. */
    private record Said(Verdict verdict, String reason) {
        // written out, because what records come with is put together at run time: milliseconds of every cold start

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Said said && verdict == said.verdict && reason.equals(said.reason);
        }

        @Override
        public int hashCode() {
            return 31 * reason.hashCode() + verdict.ordinal();
        }
    }

    private String word(Verdict verdict) {
        return Paint.of(style, verdict, Paint.sign(style, verdict) + " " + pad(verdict.word(), 9));
    }

    private int kernels(Report report, Proof proof) {
        if (isLong(report)) {
            return grouped(report) + unanswered(report);
        }
        int width = 0;
        for (String kernel : report.kernels()) {
            width = Math.max(width, kernel.length());
        }
        for (int i = 0; i < report.kernels().size(); i++) {
            AnswerClass answer = report.answer(i);
            String kernel = report.kernels().get(i);
            String id = Printable.text(kernel);
            String reason = answer.reason();
            out.println("  " + word(answer.verdict()) + "  "
                    + (reason.isEmpty() ? id : pad(id, width) + "  " + style.faint(Printable.text(reason)))
                    + proof.mark(kernel));
        }
        return report.kernels().size() + unanswered(report);
    }

    private int unanswered(Report report) {
        for (String kernel : report.unanswered()) {
            out.println("  " + style.sign("\u2026", "-") + " " + pad("unread", 9) + "  " + Printable.text(kernel));
        }
        return report.unanswered().size();
    }

    /** Those that keep it from loading, or may; what is guarded needs no more than a line for all. */
    private int causes(Report report) {
        CauseText text = new CauseText(style, out, report, !isLong(report));
        int lines = 0;
        int guarded = 0;
        for (Sighting cause : report.seen()) {
            if (cause.card().effect() == Effect.GUARDED) {
                guarded++;
            } else {
                out.println();
                lines += text.print(cause);
            }
        }
        if (guarded > 0) {
            out.println();
            out.println("  " + Paint.of(style, Verdict.GUARDED, Paint.sign(style, Verdict.GUARDED)) + " "
                    + style.faint(guarded + (guarded == 1 ? " thing is" : " things are")
                            + " missing somewhere and not needed there; --format json lists "
                            + (guarded == 1 ? "it" : "them")));
            lines += 2;
        }
        return lines;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
