package dev.relogrid.report.render;

import dev.relogrid.engine.advice.Grade;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseCard.Access;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.Subject.ProgramName;
import dev.relogrid.report.history.HistoryLine;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One cause for people, as four questions: what the code wants, what the kernel has, why it is reached, what to do. */
public final class CauseText {
    private static final String WANTS = "code wants";
    private static final int LABEL = 22;
    private static final int MOST_TEXTS = 2;
    private static final int MOST_TURNS = 4;
    private static final int MOST_NEAR = 2;
    /** No story of one thing is longer that anybody reads. */
    private static final int MOST_TOLD = 3;

    private static final int WIDTH = 100;

    private final Style style;
    private final PrintWriter out;
    private final Report report;
    private final @Nullable KernelGroups groups;
    private int lines;

    /** @param each whether kernels are listed one by one */
    public CauseText(Style style, PrintWriter out, Report report, boolean each) {
        this.style = style;
        this.out = out;
        this.report = report;
        this.groups = each ? null : new KernelGroups(report.typed());
    }

    /** As text without colours. */
    public static String of(Report report, Sighting cause) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        boolean each = report.kernels().size() <= KernelGroups.FEW;
        new CauseText(new Style(false, true, WIDTH), out, report, each).print(cause);
        out.flush();
        return text.toString();
    }

    /** How many lines it took. */
    public int print(Sighting cause) {
        lines = 0;
        headline(cause);
        source(cause.card().place());
        wants(cause.card());
        some(cause.kernels().size() == 1 ? "kernel has" : "kernels have", cause.has());
        whys(cause);
        kernels(cause);
        remedy(cause.card());
        return lines;
    }

    private void headline(Sighting cause) {
        CauseCard card = cause.card();
        Verdict verdict = card.effect().verdict();
        int all = report.kernels().size();
        Access access = card.access();
        line(Paint.of(style, verdict, Paint.sign(style, verdict) + " " + Printable.name(subject(report, cause)))
                + "  " + word(card.effect()) + " on " + cause.kernels().size() + " of "
                + TextReport.kernels(all) + "  "
                + style.faint(card.code().name())
                + (access == null ? "" : "  relocation #" + card.number() + kind(access)));
    }

    private static String kind(Access access) {
        return access.kind().equals(Access.UNKNOWN) ? "" : " " + access.kind();
    }

    public static String word(Effect effect) {
        return switch (effect) {
            case BREAKS -> "breaks";
            case DEPENDS -> "depends on what is set";
            case WARNS -> "may read something else";
            case UNDECIDED -> "is undecided";
            case GUARDED -> "is guarded";
        };
    }

    /** The programs it is about; the object where it is about all of them and there are many. */
    public static String subject(Report report, Sighting cause) {
        List<Integer> programs = cause.programs();
        if (programs.isEmpty() || cause.card().wholeObject() && programs.size() > 1) {
            return "the object";
        }
        ProgramName first = report.subject().programs().get(programs.getFirst());
        return programs.size() == 1 ? first.name() : first.name() + " and " + (programs.size() - 1) + " more";
    }

    private void source(@Nullable Place place) {
        if (place == null || place.file() == null) {
            return;
        }
        int more = place.places() - 1;
        line("    " + Printable.text(place.file()) + ":" + place.line()
                + (more == 0 ? "" : style.faint("  and " + more + (more == 1 ? " more place" : " more places"))));
        if (!place.text().isEmpty()) {
            line("    " + style.bold(Printable.text(place.text())));
        }
    }

    private void wants(CauseCard card) {
        Access access = card.access();
        String raw = access == null || access.raw() == null ? "" : "  (" + access.raw() + ")";
        if (access == null || access.root().isEmpty()) {
            row(WANTS, Printable.text(card.wanted()) + raw);
            return;
        }
        StringBuilder text = new StringBuilder(Printable.name(access.root()));
        String mark = "";
        for (int i = 0; i < access.steps().size(); i++) {
            String step = Printable.name(access.steps().get(i));
            text.append(step.startsWith("[") ? "" : style.sign(" \u25b8 ", " > "));
            if (i == access.missing()) {
                mark = " ".repeat(text.length()) + style.sign("\u2594", "^").repeat(step.length());
            }
            text.append(step);
        }
        row(WANTS, text + raw);
        if (!mark.isEmpty()) {
            line(" ".repeat(4 + LABEL) + style.red(mark));
        }
    }

    private void whys(Sighting cause) {
        some(
                switch (cause.card().effect()) {
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

    private void kernels(Sighting cause) {
        if (cause.kernels().size() == report.kernels().size()) {
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

    private void remedy(CauseCard card) {
        String label = "nearest there";
        for (Nearest nearest : worthShowing(card.nearest())) {
            List<String> said = new ArrayList<>(nearest.reasons());
            said.add(nearest.grade().word());
            row(
                    label,
                    style.bold(Printable.text(nearest.path()))
                            + (nearest.type().isEmpty() ? "" : " : " + Printable.text(nearest.type()))
                            + (nearest.path().isEmpty() ? "nothing: " : style.sign(" \u2014 ", " - "))
                            + Printable.text(String.join("; ", said)));
            label = "";
        }
        label = "history";
        for (String told : told(card.history(), style.width() - 4 - LABEL)) {
            line("    " + label + " ".repeat(LABEL - label.length()) + told);
            label = "";
        }
        if (!card.fix().isEmpty()) {
            String what = card.access() == null ? card.code().name().toLowerCase(Locale.ROOT) : "" + card.number();
            row("fix", "relogrid explain " + report.subject().name() + " " + what + " --fix");
        }
    }

    private List<String> told(List<HistoryLine> history, int width) {
        List<String> told = new ArrayList<>();
        for (HistoryLine line : history) {
            told.addAll(line.lines(style, "", width));
        }
        return told.size() > MOST_TOLD ? List.of() : told;
    }

    /** A known rename alone; else what is likely; else one name that is similar. */
    public static List<Nearest> worthShowing(List<Nearest> all) {
        List<Nearest> shown = new ArrayList<>();
        for (Nearest nearest : all) {
            boolean worse =
                    !shown.isEmpty() && nearest.grade() != shown.getFirst().grade();
            boolean enough = !shown.isEmpty() && nearest.grade() == Grade.SIMILAR_NAME_ONLY;
            if (!worse && !enough && shown.size() < MOST_NEAR) {
                shown.add(nearest);
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
