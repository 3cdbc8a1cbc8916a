package dev.relogrid.cli;

import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.Cause;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of a check for people: per object a headline, the kernels, the causes, and the headline again. */
final class CheckText {
    private static final int SHORT = 12;
    private static final String UNDECIDED =
            "An instruction whose relocation has no target is made invalid, which is fatal "
                    + "only where the verifier reaches it. Whether a guard keeps the verifier away is not judged yet.";

    private final Style style;
    private final PrintWriter out;
    private final boolean each;

    /** @param each whether every kernel gets a line of its own, however many there are */
    CheckText(Style style, PrintWriter out, boolean each) {
        this.style = style;
        this.out = out;
        this.each = each;
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
        out.println();
        int lines = kernels(object);
        lines += causes(object);
        if (object.counts().containsKey(Verdict.UNKNOWN)) {
            out.println();
            Wrapped.words(UNDECIDED, style.width() - 2).forEach(line -> out.println("  " + style.faint(line)));
        }
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
        return new KernelGroups(
                object.verdicts().stream().map(KernelVerdict::kernel).toList());
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
            List<String> list = Wrapped.list(groups.describe(ids), style.width() - 6);
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
                                    + style.faint(Printable.text(verdict.reason()))));
        }
        return object.verdicts().size() + unanswered(object);
    }

    private int unanswered(CheckedObject object) {
        for (String kernel : object.unanswered()) {
            out.println("  " + style.sign("\u2026", "-") + " " + pad("unread", 9) + "  " + Printable.text(kernel));
        }
        return object.unanswered().size();
    }

    private int causes(CheckedObject object) {
        List<Cause> causes = Cause.of(object.object().relocations(), object.verdicts());
        for (Cause cause : causes) {
            out.println();
            cause(object, cause);
        }
        return causes.size() * 5;
    }

    private void cause(CheckedObject object, Cause cause) {
        RelocationRecord record = cause.relocation();
        Verdict level = cause.fatal() ? Verdict.BROKEN : Verdict.UNKNOWN;
        Program program = record.program();
        SourceLine source =
                object.object().lines().at(record.section(), record.relo().insnOff());
        ReloKind kind = ReloKind.of(record.relo().kind());
        out.println(paint(level, style.sign(level.sign(), level.ascii()) + " relocation #" + record.number()) + " "
                + (kind == null ? "of unknown kind" : kind.word())
                + (program == null ? "" : " in " + Printable.name(program.name()))
                + (source == null ? "" : "  " + Printable.text(source.file()) + ":" + source.line()));
        if (source != null && !source.text().isEmpty()) {
            out.println("    " + style.bold(Printable.text(source.text())));
        }
        AccessSpec spec = object.specs().specs().get(record.number()).spec();
        if (spec != null) {
            out.println("    " + Printable.name(spec.format()));
        }
        int all = object.verdicts().size();
        out.println("    " + Printable.text(cause.text()) + ", on "
                + (cause.kernels().size() == all && all > 1
                        ? "all " + kernels(all)
                        : cause.kernels().size() + " of " + kernels(all)));
        if (cause.kernels().size() < all) {
            List<String> listed = isLong(object) ? groups(object).describe(cause.kernels()) : cause.kernels();
            Wrapped.list(listed, style.width() - 6).forEach(line -> out.println("      " + Printable.text(line)));
        }
    }

    private String paint(Verdict verdict, String text) {
        return switch (verdict) {
            case OK -> style.green(text);
            case BROKEN -> style.red(text);
            case UNKNOWN -> style.yellow(text);
            case NO_BTF -> style.faint(text);
        };
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
