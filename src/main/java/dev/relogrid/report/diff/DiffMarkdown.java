package dev.relogrid.report.diff;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.CauseCard.Place;
import dev.relogrid.report.diff.Change.Kind;
import dev.relogrid.report.kernels.KernelGroups;
import dev.relogrid.report.look.Markdown;
import java.util.ArrayList;
import java.util.List;

/** A difference as a short comment: the headline, what changed, which causes came and went. */
public final class DiffMarkdown {
    private static final int LIMIT = 59_000;

    private DiffMarkdown() {}

    /** At most 60 000 characters; says how much was left out. */
    public static String of(ReportDiff diff) {
        Markdown out = new Markdown(LIMIT);
        out.add(headline(diff));
        KernelGroups groups = new KernelGroups(diff.kernels());
        int left = out.addRows("\n| kernels | | before | now | why |\n|---|--:|---|---|---|", rows(diff, groups));
        left += out.addRows("\n**Causes**\n", causes(diff, groups));
        names(out, "New programs", diff.newPrograms());
        names(out, "Removed programs", diff.removedPrograms());
        names(out, "New kernels", groups.describe(diff.newKernels()));
        names(out, "Kernels no longer there", groups.describe(diff.removedKernels()));
        if (left > 0) {
            out.end("\n" + left + " more rows were left out.");
        }
        return out.toString();
    }

    /** {@code **2 kernels broke**, 1 fixed, 211 unchanged}. */
    public static String headline(ReportDiff diff) {
        List<String> parts = Tally.of(diff).parts();
        String rest = String.join(", ", parts.subList(1, parts.size()));
        return "**" + parts.getFirst() + "**" + (rest.isEmpty() ? "" : ", " + rest);
    }

    private static List<String> rows(ReportDiff diff, KernelGroups groups) {
        List<String> rows = new ArrayList<>();
        for (Change change : diff.objects()) {
            rows.add("| " + kernels(change.kernels(), groups) + " | "
                    + change.kernels().size() + " | " + word(change.from()) + " | " + word(change.to()) + " | "
                    + Markdown.text(change.reason()) + " |");
        }
        return rows;
    }

    private static List<String> causes(ReportDiff diff, KernelGroups groups) {
        List<String> rows = new ArrayList<>();
        for (CauseChange cause : diff.causes()) {
            Place place = cause.card().place();
            String at = place == null || place.file() == null
                    ? ""
                    : " at " + Markdown.code(place.file() + ":" + place.line());
            String where = cause.key().where().isEmpty()
                    ? "the object"
                    : Markdown.code(cause.key().where());
            rows.add("- " + (cause.kind() == Kind.REGRESSED ? "**new**: " : "gone: ") + where + " wants "
                    + Markdown.code(cause.key().wanted()) + at + ", "
                    + cause.card().code().name() + " on " + kernels(cause.kernels(), groups));
        }
        return rows;
    }

    private static String kernels(List<String> ids, KernelGroups groups) {
        List<String> texts = new ArrayList<>();
        for (String text : groups.summary(ids)) {
            texts.add(Markdown.text(text));
        }
        return String.join(", ", texts);
    }

    private static String word(Verdict verdict) {
        return verdict.sign() + " " + verdict.word();
    }

    private static void names(Markdown out, String what, List<String> names) {
        List<String> rows = new ArrayList<>();
        for (String name : names) {
            rows.add("- " + Markdown.code(name));
        }
        int left = out.addRows("\n" + what + ":\n", rows);
        if (left > 0) {
            out.end("- and " + left + " more");
        }
    }
}
