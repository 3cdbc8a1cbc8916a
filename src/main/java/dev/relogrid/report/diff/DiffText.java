package dev.relogrid.report.diff;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.diff.Change.Kind;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import java.util.List;

/** A difference for people: a headline, what changed for the object, for programs, and which causes came and went. */
public final class DiffText {
    private static final int WIDTH = 100;

    private final Style style;
    private final KernelGroups groups;
    private final boolean few;
    private final StringBuilder out = new StringBuilder();

    private DiffText(Style style, List<String> kernels) {
        this.style = style;
        this.groups = new KernelGroups(kernels);
        this.few = kernels.size() <= KernelGroups.FEW;
    }

    /** Without colours. */
    public static String of(ReportDiff diff) {
        return of(diff, new Style(false, true, WIDTH));
    }

    public static String of(ReportDiff diff, Style style) {
        return new DiffText(style, diff.kernels()).write(diff);
    }

    private String write(ReportDiff diff) {
        String names = diff.before().name().equals(diff.after().name())
                ? diff.after().name()
                : diff.before().name()
                        + style.sign(" \u2192 ", " -> ")
                        + diff.after().name();
        line(style.bold(Printable.text(names)) + ": " + Tally.of(diff));
        changes(diff.objects());
        // an object of one program changes as that does
        changes(diff.after().programs().size() > 1 ? diff.programs() : List.of());
        for (CauseChange cause : diff.causes()) {
            line("");
            cause(cause);
        }
        names("new programs", diff.newPrograms());
        names("removed programs", diff.removedPrograms());
        names("new kernels", groups.describe(diff.newKernels()));
        names("kernels no longer there", groups.describe(diff.removedKernels()));
        return out.toString();
    }

    private void changes(List<Change> changes) {
        if (!changes.isEmpty()) {
            line("");
        }
        for (Change change : changes) {
            String program = change.program().isEmpty() ? "" : Printable.name(change.program()) + ": ";
            line("  " + paint(change.kind(), program + word(change)) + " on " + kernels(change.kernels())
                    + (change.reason().isEmpty() ? "" : "  " + style.faint(Printable.text(change.reason()))));
            list(change.kernels());
        }
    }

    private String word(Change change) {
        return sign(change.from()) + style.sign(" \u2192 ", " -> ") + sign(change.to());
    }

    private String sign(Verdict verdict) {
        return style.sign(verdict.sign(), verdict.ascii()) + " " + verdict.word();
    }

    private String paint(Kind kind, String text) {
        return switch (kind) {
            case REGRESSED -> style.red(text);
            case FIXED -> style.green(text);
            case CHANGED_REASON -> style.yellow(text);
        };
    }

    private void cause(CauseChange cause) {
        Place place = cause.card().place();
        String where = place == null || place.file() == null ? "" : "  " + place.file() + ":" + place.line();
        String sign = cause.kind() == Kind.REGRESSED ? "+ " : "- ";
        String at = cause.key().where().isEmpty() ? "the object" : cause.key().where();
        line("  " + paint(cause.kind(), sign + Printable.name(at)) + " wants "
                + Printable.text(cause.key().wanted()) + "  "
                + style.faint(cause.card().code().name()) + Printable.text(where));
        list(cause.kernels());
    }

    private static String kernels(List<String> ids) {
        return ids.size() + (ids.size() == 1 ? " kernel" : " kernels");
    }

    private void list(List<String> ids) {
        Wrapped.list(few ? ids : groups.summary(ids), style.width() - 6).forEach(one -> line("      " + one));
    }

    private void names(String what, List<String> names) {
        if (!names.isEmpty()) {
            line("");
            line("  " + what);
            Wrapped.list(names, style.width() - 6).forEach(one -> line("      " + one));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
