package dev.relogrid.cli;

import dev.relogrid.engine.verdict.Cause;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of a check for people: per object a headline, the kernels, the causes, and the headline again. */
final class CheckText {
    private static final int SHORT = 12;

    private final Style style;
    private final PrintWriter out;
    private final boolean each;
    private final Remedies remedies;

    /** @param each whether every kernel gets a line of its own, however many there are */
    CheckText(Style style, PrintWriter out, boolean each, Remedies remedies) {
        this.style = style;
        this.out = out;
        this.each = each;
        this.remedies = remedies;
    }

    void print(List<CheckedObject> objects) {
        boolean first = true;
        for (CheckedObject object : objects) {
            if (!first) {
                out.println();
            }
            first = false;
            print(object);
        }
    }

    private void print(CheckedObject object) {
        String headline = style.bold(Printable.text(object.name())) + ": " + summary(object);
        out.println(headline);
        for (String warning : object.object().warnings()) {
            Wrapped.words("warning: " + Printable.text(warning), style.width() - 2)
                    .forEach(line -> out.println("  " + style.yellow(line)));
        }
        int aside = object.ofOtherOrder().size();
        if (aside > 0) {
            out.println("  "
                    + style.faint(kernels(aside) + " of machines with the other byte order "
                            + (aside == 1 ? "is" : "are") + " left out"));
        }
        out.println();
        int lines = kernels(object);
        lines += new CheckBootText(style, out).print(object);
        List<String> grid = isLong(object) ? new GridText(style, object.verdicts()).lines() : List.of();
        if (!grid.isEmpty()) {
            out.println();
            grid.forEach(out::println);
            lines += 1 + grid.size();
        }
        lines += causes(object);
        if (lines > SHORT) {
            out.println();
            out.println(headline);
        }
    }

    private String summary(CheckedObject object) {
        List<String> parts = new ArrayList<>();
        Map<Verdict, Integer> counts = object.counts();
        int all = object.verdicts().size() + object.unanswered().size();
        counts.forEach((verdict, count) -> parts.add(
                paint(verdict, verdict.word() + " on " + count + (parts.isEmpty() ? " of " + kernels(all) : ""))));
        if (!object.unanswered().isEmpty()) {
            parts.add(object.unanswered().size() + " not answered");
        }
        return String.join(", ", parts) + (object.object().relocations().isEmpty() ? "; it has no relocations" : "");
    }

    private static String kernels(int count) {
        return count + (count == 1 ? " kernel" : " kernels");
    }

    private boolean isLong(CheckedObject object) {
        return !each && object.verdicts().size() > KernelGroups.FEW;
    }

    private static KernelGroups groups(CheckedObject object) {
        return KernelGroups.ofTyped(object.verdicts());
    }

    /** One paragraph for each verdict and reason, with the kernels by suite and architecture. */
    private int grouped(CheckedObject object) {
        KernelGroups groups = groups(object);
        Map<List<Object>, List<String>> byReason = new LinkedHashMap<>();
        for (KernelVerdict verdict : object.verdicts()) {
            byReason.computeIfAbsent(List.of(verdict.verdict(), verdict.reason()), key -> new ArrayList<>())
                    .add(verdict.kernel());
        }
        int[] lines = {0};
        byReason.forEach((key, ids) -> {
            Verdict verdict = (Verdict) key.getFirst();
            String reason = (String) key.getLast();
            out.println("  "
                    + paint(verdict, style.sign(verdict.sign(), verdict.ascii()) + " " + pad(verdict.word(), 9))
                    + "  " + kernels(ids.size())
                    + (reason.isEmpty() ? "" : "  " + style.faint(Printable.text(reason))));
            List<String> which = verdict == Verdict.NO_BTF ? groups.describe(ids) : groups.summary(ids);
            List<String> list = Wrapped.list(which, style.width() - 6);
            list.forEach(line -> out.println("      " + Printable.text(line)));
            lines[0] += 1 + list.size();
        });
        return lines[0];
    }

    private int kernels(CheckedObject object) {
        if (isLong(object)) {
            return grouped(object) + unanswered(object);
        }
        int width = 0;
        for (KernelVerdict verdict : object.verdicts()) {
            width = Math.max(width, verdict.kernel().length());
        }
        for (KernelVerdict verdict : object.verdicts()) {
            Verdict word = verdict.verdict();
            out.println("  " + paint(word, style.sign(word.sign(), word.ascii()) + " " + pad(word.word(), 9)) + "  "
                    + (verdict.reason().isEmpty()
                            ? Printable.text(verdict.kernel())
                            : pad(Printable.text(verdict.kernel()), width) + "  "
                                    + style.faint(Printable.text(verdict.reason())))
                    + mark(object.booted(verdict.kernel())));
        }
        return object.verdicts().size() + unanswered(object);
    }

    private String mark(@Nullable BootedCheck check) {
        if (check == null) {
            return "";
        }
        String text = (check.isDisputed() ? "!" : style.sign("\u1d5b", "v")) + " booted: "
                + check.cell().text();
        return "  " + (check.isDisputed() ? style.red(text) : style.faint(text));
    }

    private int unanswered(CheckedObject object) {
        for (String kernel : object.unanswered()) {
            out.println("  " + style.sign("\u2026", "-") + " " + pad("unread", 9) + "  " + Printable.text(kernel));
        }
        return object.unanswered().size();
    }

    /** Those that keep it from loading, or may; what is guarded needs no more than a line for all. */
    private int causes(CheckedObject object) {
        CauseText text = new CauseText(style, out, object, isLong(object) ? groups(object) : null, remedies);
        int lines = 0;
        int guarded = 0;
        for (Cause cause : Cause.of(object.verdicts())) {
            if (cause.effect() == Effect.GUARDED) {
                guarded++;
            } else {
                out.println();
                lines += text.print(cause);
            }
        }
        if (guarded > 0) {
            out.println();
            out.println("  " + paint(Verdict.GUARDED, style.sign(Verdict.GUARDED.sign(), Verdict.GUARDED.ascii())) + " "
                    + style.faint(guarded + (guarded == 1 ? " thing is" : " things are")
                            + " missing somewhere and not needed there; --format json lists "
                            + (guarded == 1 ? "it" : "them")));
            lines += 2;
        }
        return lines;
    }

    private String paint(Verdict verdict, String text) {
        return paint(style, verdict, text);
    }

    static String paint(Style style, Verdict verdict, String text) {
        return switch (verdict) {
            case OK, GUARDED -> style.green(text);
            case CHANGED, CONDITIONAL, UNKNOWN -> style.yellow(text);
            case NO_BTF -> style.faint(text);
            case BROKEN -> style.red(text);
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
