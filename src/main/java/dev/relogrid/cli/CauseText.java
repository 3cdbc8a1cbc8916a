package dev.relogrid.cli;

import dev.relogrid.engine.advice.Grade;
import dev.relogrid.engine.advice.Suggestion;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.Cause;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Remedy;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One cause for people, as four questions: what the code wants, what the kernel has, why it is reached, what to do. */
final class CauseText {
    private static final String WANTS = "code wants";
    private static final int LABEL = 22;
    private static final int MOST_TEXTS = 2;
    private static final int MOST_TURNS = 4;
    private static final int MOST_ADVISED = 8;
    private static final int MOST_NEAR = 2;

    private final Style style;
    private final PrintWriter out;
    private final CheckedObject object;
    private final @Nullable KernelGroups groups;
    private final Remedies remedies;
    private int lines;
    private int advised;

    /** @param groups how kernels are put together; null to list them one by one */
    CauseText(Style style, PrintWriter out, CheckedObject object, @Nullable KernelGroups groups, Remedies remedies) {
        this.style = style;
        this.out = out;
        this.object = object;
        this.groups = groups;
        this.remedies = remedies;
    }

    /** How many lines it took. */
    int print(Cause cause) {
        lines = 0;
        Remedy remedy = advised++ < MOST_ADVISED ? remedies.of(object, cause) : Remedy.NONE;
        headline(cause, remedy.code(cause.first()));
        source(cause);
        wants(cause);
        some(cause.kernels().size() == 1 ? "kernel has" : "kernels have", cause.has());
        whys(cause);
        kernels(cause);
        if (advised <= MOST_ADVISED) {
            remedy(cause, remedy);
        }
        return lines;
    }

    private void headline(Cause cause, CauseCode code) {
        Verdict verdict = cause.effect().verdict();
        int all = object.verdicts().size();
        RelocationRecord record = cause.first().relocation();
        ReloKind kind = record == null ? null : ReloKind.of(record.relo().kind());
        line(CheckText.paint(style, verdict, style.sign(verdict.sign(), verdict.ascii()) + " " + subject(cause))
                + "  " + word(cause.effect()) + " on " + cause.kernels().size() + " of " + all
                + (all == 1 ? " kernel" : " kernels") + "  "
                + style.faint(code.name())
                + (record == null ? "" : "  relocation #" + record.number() + (kind == null ? "" : " " + kind.word())));
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case BREAKS -> "breaks";
            case DEPENDS -> "depends on what is set";
            case WARNS -> "may read something else";
            case UNDECIDED -> "is undecided";
            case GUARDED -> "is guarded";
        };
    }

    /** The programs it is about; the object where it is about all of them and there are many. */
    private static String subject(Cause cause) {
        List<Program> programs = cause.programs();
        boolean whole = cause.obstacle().place().program() == null
                && !cause.obstacle().place().isInsn();
        if (programs.isEmpty() || whole && programs.size() > 1) {
            return "the object";
        }
        String first = Printable.name(programs.getFirst().name());
        return programs.size() == 1 ? first : first + " and " + (programs.size() - 1) + " more";
    }

    private void source(Cause cause) {
        Program function = cause.obstacle().place().function();
        int insn = cause.obstacle().place().insn();
        SourceLine source =
                function == null || insn < 0 ? null : object.object().line(function, insn);
        if (source == null) {
            return;
        }
        int more = cause.alike().size() - 1;
        line("    " + Printable.text(source.file()) + ":" + source.line()
                + (more == 0 ? "" : style.faint("  and " + more + (more == 1 ? " more place" : " more places"))));
        if (!source.text().isEmpty()) {
            line("    " + style.bold(Printable.text(source.text())));
        }
    }

    private void wants(Cause cause) {
        RelocationRecord record = cause.first().relocation();
        AccessSpec spec = record == null
                ? null
                : object.specs().specs().get(record.number()).spec();
        if (spec == null || !spec.kind().isFieldBased()) {
            row(WANTS, Printable.text(cause.obstacle().wanted()) + (spec == null ? "" : "  (" + spec.rawText() + ")"));
            return;
        }
        AccessPath path = AccessPath.of(spec, cause.obstacle().has(), style);
        row(WANTS, path.text() + "  (" + spec.rawText() + ")");
        if (path.marked()) {
            line(" ".repeat(4 + LABEL) + style.red(path.mark()));
        }
    }

    private void whys(Cause cause) {
        some(
                switch (cause.effect()) {
                    case DEPENDS -> "what decides";
                    case GUARDED -> "why it is not reached";
                    case WARNS, UNDECIDED, BREAKS -> "why it is reached";
                },
                cause.whys());
    }

    /** The first of several texts, and how many more there are. */
    private void some(String first, List<String> texts) {
        String label = first;
        for (String text : texts.subList(0, Math.min(MOST_TEXTS, texts.size()))) {
            row(label, Printable.text(text));
            label = "";
        }
        if (texts.size() > MOST_TEXTS) {
            row("", style.faint("or " + (texts.size() - MOST_TEXTS) + " more answers"));
        }
    }

    private void kernels(Cause cause) {
        if (cause.kernels().size() == object.verdicts().size()) {
            return;
        }
        List<String> listed = groups == null ? cause.kernels() : groups.summary(cause.kernels());
        String label = "on";
        for (String text : Wrapped.list(listed, style.width() - 4 - LABEL)) {
            row(label, Printable.text(text));
            label = "";
        }
        List<KernelGroups.Turn> turns = groups == null ? List.of() : groups.turns(cause.kernels());
        for (KernelGroups.Turn turn : turns.subList(0, Math.min(MOST_TURNS, turns.size()))) {
            row("", style.faint(Printable.text(turn.text())));
        }
    }

    private void remedy(Cause cause, Remedy remedy) {
        String label = "nearest there";
        for (Suggestion suggestion : worthShowing(remedy.suggestions())) {
            List<String> said = new ArrayList<>(suggestion.reasons());
            said.add(suggestion.grade().word());
            row(
                    label,
                    style.bold(Printable.text(suggestion.path()))
                            + (suggestion.type().isEmpty() ? "" : " : " + Printable.text(suggestion.type()))
                            + (suggestion.path().isEmpty() ? "nothing: " : style.sign(" \u2014 ", " - "))
                            + Printable.text(String.join("; ", said)));
            label = "";
        }
        RelocationRecord record = cause.first().relocation();
        AccessSpec spec = record == null
                ? null
                : object.specs().specs().get(record.number()).spec();
        label = "history";
        int width = style.width() - 4 - LABEL;
        for (String told : new CauseHistory(style, remedies.kernels()).of(cause, spec, width)) {
            line("    " + label + " ".repeat(LABEL - label.length()) + told);
            label = "";
        }
        if (!remedy.snippet().isEmpty()) {
            String what = record == null
                    ? cause.obstacle().code().name().toLowerCase(Locale.ROOT)
                    : Integer.toString(record.number());
            row("fix", "relogrid explain " + object.name() + " " + what + " --fix");
        }
    }

    /** A known rename alone; else what is likely; else one name that is similar. */
    private static List<Suggestion> worthShowing(List<Suggestion> suggestions) {
        List<Suggestion> shown = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            boolean worse =
                    !shown.isEmpty() && suggestion.grade() != shown.getFirst().grade();
            boolean enough = !shown.isEmpty() && suggestion.grade() == Grade.SIMILAR_NAME_ONLY;
            if (!worse && !enough && shown.size() < MOST_NEAR) {
                shown.add(suggestion);
            }
        }
        return shown;
    }

    private void row(String label, String text) {
        String indent = "    " + label + " ".repeat(Math.max(1, LABEL - label.length()));
        for (String part : Wrapped.words(text, Math.max(20, style.width() - 4 - LABEL))) {
            line(indent + part);
            indent = " ".repeat(4 + LABEL);
        }
    }

    private void line(String text) {
        out.println(text);
        lines++;
    }
}
