package dev.relogrid.report.render;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.diff.CauseChange;
import dev.relogrid.report.diff.Change.Kind;
import dev.relogrid.report.diff.DiffMarkdown;
import dev.relogrid.report.diff.ReportDiff;
import dev.relogrid.report.look.Markdown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report as a comment on a change, or the summary of a job: what changed in the first line, kernels by family, the worst
 * causes, and a fold with the rest. A hidden marker in it lets the comment be found again and edited in place.
 */
public final class MarkdownReport {
    /** GitHub takes 64 kB; what closes the comment comes on top. */
    private static final int LIMIT = 58_000;

    private static final int MOST_CAUSES = 10;

    private final Report report;
    private final @Nullable ReportDiff diff;
    private final @Nullable Report before;
    private final @Nullable String docs;
    private final Markdown out = new Markdown(LIMIT);
    private int leftOut;

    private MarkdownReport(Report report, @Nullable Report before, @Nullable String docs) {
        this.report = report;
        this.before = before;
        this.diff = before == null ? null : ReportDiff.of(before, report);
        this.docs = docs;
    }

    /**
     * At most 60 000 characters, cut at whole rows.
     *
     * @param before the report it is compared with; null for none
     * @param provenance null when not known
     * @param docs what comes before a code in the address of its page; null for no links
     */
    public static String of(
            Report report, @Nullable Report before, @Nullable Provenance provenance, @Nullable String docs) {
        return new MarkdownReport(report, before, docs).write(provenance);
    }

    /** What is in every comment about an object of that name, and in no other. */
    public static String marker(String name) {
        return "<!-- relogrid: " + name.replaceAll("[^A-Za-z0-9._/+]", "_") + " -->";
    }

    private String write(@Nullable Provenance provenance) {
        out.add((diff == null ? "" : DiffMarkdown.headline(diff) + ". ")
                + Markdown.code(report.subject().name()) + " " + Markdown.text(TextReport.headline(report)) + ".");
        out.add(marker(report.subject().name()));
        families();
        List<Sighting> worst = new ArrayList<>();
        List<Sighting> guarded = new ArrayList<>();
        for (Sighting cause : inOrder()) {
            (cause.card().effect() == Effect.GUARDED ? guarded : worst).add(cause);
        }
        List<Sighting> shown = worst.subList(0, Math.min(MOST_CAUSES, worst.size()));
        leftOut += out.addRows("\n**Causes**\n", causes(shown));
        fold(shown, worst.subList(shown.size(), worst.size()), guarded);
        end(provenance);
        return out.toString();
    }

    /** All of them; compared with another report those that got better or worse. */
    private void families() {
        Set<String> changed = new HashSet<>();
        Map<String, String> was = new HashMap<>();
        if (diff != null && before != null) {
            changed.addAll(diff.kernels(Kind.REGRESSED));
            changed.addAll(diff.kernels(Kind.FIXED));
            changed.addAll(diff.newKernels());
            Families.of(before).all().forEach(family -> was.put(family.name(), cell(family)));
        }
        List<String> rows = new ArrayList<>();
        for (Families.Family family : Families.of(report).all()) {
            boolean told = diff == null || family.kernels().stream().anyMatch(changed::contains);
            if (told) {
                rows.add("| " + Markdown.text(family.name()) + " | " + family.builds() + " | "
                        + (diff == null ? "" : was.getOrDefault(family.name(), "") + " | ") + cell(family) + " | "
                        + Markdown.text(family.reason()) + " |");
            }
        }
        String head = diff == null
                ? "\n| kernels | builds | verdict | why |\n|---|--:|---|---|"
                : "\n| kernels | builds | before | now | why |\n|---|--:|---|---|---|";
        leftOut += out.addRows(head, rows);
    }

    private static String cell(Families.Family family) {
        Verdict worst = family.worst();
        return worst.sign() + " " + worst.word()
                + (family.count() == family.builds() ? "" : " " + family.count() + "/" + family.builds());
    }

    /** What is new comes first. */
    private List<Sighting> inOrder() {
        List<Sighting> fresh = new ArrayList<>();
        List<Sighting> known = new ArrayList<>();
        for (Sighting cause : report.seen()) {
            (isNew(cause) ? fresh : known).add(cause);
        }
        fresh.addAll(known);
        return fresh;
    }

    private boolean isNew(Sighting cause) {
        if (diff == null) {
            return false;
        }
        CauseKey key = CauseKey.of(report, cause);
        for (CauseChange change : diff.causes()) {
            if (change.kind() == Kind.REGRESSED && change.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private List<String> causes(List<Sighting> causes) {
        List<String> rows = new ArrayList<>();
        Sentence sentence = new Sentence(report);
        for (Sighting cause : causes) {
            CauseCard card = cause.card();
            String place = Sentence.place(card);
            rows.add("- " + (isNew(cause) ? "**new**: " : "")
                    + (place.isEmpty() ? "" : Markdown.code(place) + " \u2014 ")
                    + Markdown.text(sentence.of(cause)) + " (" + link(card) + ")" + nearest(card));
        }
        return rows;
    }

    private String link(CauseCard card) {
        String code = card.code().name();
        return docs == null ? code : "[" + code + "](" + docs + code + ")";
    }

    private static String nearest(CauseCard card) {
        List<Nearest> shown = CauseText.worthShowing(card.nearest());
        return shown.isEmpty() || shown.getFirst().path().isEmpty()
                ? ""
                : "; nearest there: " + Markdown.code(shown.getFirst().path()) + ", "
                        + shown.getFirst().grade().word();
    }

    private void fold(List<Sighting> shown, List<Sighting> rest, List<Sighting> guarded) {
        List<String> fixes = new ArrayList<>();
        for (Sighting cause : shown) {
            if (!cause.card().fix().isEmpty()) {
                fixes.add("\n" + Markdown.text(cause.card().wanted()) + ":\n\n"
                        + Markdown.block("c", cause.card().fix()));
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add(rest.isEmpty() ? "" : rest.size() + " more causes");
        parts.add(fixes.isEmpty() ? "" : "C that works before and after");
        parts.add(guarded.isEmpty() ? "" : guarded.size() + " guarded");
        parts.removeIf(String::isEmpty);
        if (parts.isEmpty()) {
            return;
        }
        if (!out.add("\n<details><summary>" + String.join(", ", parts) + "</summary>\n")) {
            leftOut += rest.size() + fixes.size() + guarded.size();
            return;
        }
        leftOut += out.addRows("", causes(rest));
        leftOut += out.addRows("\n**C that works before and after**", fixes);
        leftOut += out.addRows("\n**Missing somewhere, and not needed there**\n", causes(guarded));
        out.end("\n</details>");
    }

    private void end(@Nullable Provenance provenance) {
        if (leftOut > 0) {
            out.end("\n" + leftOut + (leftOut == 1 ? " more row was" : " more rows were") + " left out.");
        }
        if (provenance != null) {
            out.end("\n<sub>relogrid " + Markdown.text(provenance.engine()) + ", archive "
                    + Markdown.text(provenance.archive()) + " of " + Markdown.text(provenance.archiveDate())
                    + "</sub>");
        }
    }
}
