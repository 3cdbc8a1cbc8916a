package dev.relogrid.gate.render;

import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.look.Markdown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A suite as a comment on a change, or the summary of a job: what changed in the first line, objects that do not pass, kernels
 * by family, the worst causes, and a fold with the rest. A hidden marker in it lets the comment be found again and edited in
 * place. What is the same as before is told in one line.
 */
public final class SuiteMarkdown {
    /** Characters of a comment; GitHub takes 65 536. */
    static final int LONGEST_COMMENT = 60_000;

    /** Bytes of the summaries of all steps of a job. */
    static final int LARGEST_SUMMARY = 1 << 20;

    /** No character takes more bytes, those that are two in Java take fewer for each. */
    private static final int MOST_BYTES = 3;

    /** For what closes the document, which is written whatever else was left out. */
    private static final int RESERVED = 1_000;

    private static final int MOST_CAUSES = 10;
    private static final int MOST_FAMILIES = 40;
    private static final int MOST_OBJECTS = 20;
    private static final int LONGEST_NAME = 200;

    private final Suite suite;
    private final SuiteMarkdownCauses rows;
    private final Markdown out;
    private int leftOut;

    private SuiteMarkdown(Suite suite, Rendering rendering, int limit) {
        this.suite = suite;
        this.rows = new SuiteMarkdownCauses(suite, rendering);
        this.out = new Markdown(limit - RESERVED);
    }

    /** At most 60 000 characters, cut at whole rows. */
    public static String of(Suite suite, Rendering rendering) {
        return new SuiteMarkdown(suite, rendering, LONGEST_COMMENT).write();
    }

    /** The same with room for more: at most 1 MiB of UTF-8, cut at whole rows. */
    public static String summary(Suite suite, Rendering rendering) {
        String ascii = new SuiteMarkdown(suite, rendering, LARGEST_SUMMARY / 8 * 7).write();
        return ascii.getBytes(StandardCharsets.UTF_8).length <= LARGEST_SUMMARY
                ? ascii
                : new SuiteMarkdown(suite, rendering, LARGEST_SUMMARY / MOST_BYTES).write();
    }

    /** What is in every comment about suites of that name, and in no other. */
    public static String marker(Suite suite) {
        return "<!-- relogrid: " + name(suite).replaceAll("[^A-Za-z0-9._/+]", "_") + " -->";
    }

    /** The suite's; else that of its only object; else {@code suite}. */
    private static String name(Suite suite) {
        if (!suite.name().isEmpty()) {
            return suite.name();
        }
        if (suite.members().size() + suite.unread().size() != 1) {
            return "suite";
        }
        return suite.members().isEmpty()
                ? suite.unread().getFirst().name()
                : suite.members().getFirst().name();
    }

    private String write() {
        out.add(firstLine());
        out.add(marker(suite));
        if (isUnchanged()) {
            return out.toString();
        }
        List<String> objects = SuiteMarkdownTables.objects(suite);
        List<String> families = SuiteMarkdownTables.families(suite);
        List<String> unanswered = new ArrayList<>();
        for (Unread one : Trouble.unanswered(suite)) {
            unanswered.add("- " + Markdown.code(one.name()) + ": " + SuiteMarkdownCauses.text(one.message()));
        }
        List<String> policy = Trouble.ofPolicy(suite).stream()
                .map(reason -> "- " + SuiteMarkdownCauses.text(reason) + ".")
                .toList();
        leftOut += out.addRows(SuiteMarkdownTables.objectHead(suite), first(objects, MOST_OBJECTS));
        String others = SuiteMarkdownTables.otherObjects(suite, objects.size());
        if (!others.isEmpty()) {
            out.add(others);
        }
        leftOut += out.addRows(SuiteMarkdownTables.familyHead(suite), first(families, shownFamilies()));
        leftOut += out.addRows("\n**Not answered**\n", first(unanswered, MOST_CAUSES));
        leftOut += out.addRows("\n**Policy**\n", policy);
        leftOut += out.addRows("\n**Causes**\n", first(rows.trouble(), MOST_CAUSES));
        fold(folded(objects, families, unanswered));
        end();
        return out.toString();
    }

    /** {@code ✗ **2 kernels broke**, 1 fixed, 211 unchanged; it passes on …}; with the name where there can be several. */
    private String firstLine() {
        String headline = suite.headline();
        int end = 0;
        while (end < headline.length() && ",;:".indexOf(headline.charAt(end)) < 0) {
            end++;
        }
        boolean named = !suite.name().isEmpty()
                || suite.members().size() + suite.unread().size() == 1;
        String sign = switch (suite.outcome()) {
            case PASS -> "\u2713";
            case FAIL -> "\u2717";
            case NO_ANSWER -> "?";
        };
        return sign + " " + (named ? Markdown.code(cut(name(suite))) + ": " : "") + "**"
                + Markdown.text(headline.substring(0, end)) + "**" + Markdown.text(headline.substring(end));
    }

    /** Whether there is nothing to tell that was not so before. */
    private boolean isUnchanged() {
        boolean differs = !suite.isCompared()
                || !suite.removed().isEmpty()
                || !Trouble.unanswered(suite).isEmpty()
                || !Trouble.ofPolicy(suite).isEmpty()
                || suite.members().isEmpty();
        for (Member member : suite.members()) {
            Delta delta = member.delta();
            differs |= delta == null || delta.differs();
        }
        return !differs;
    }

    /** The most important first: the room may not do for all. */
    private List<Part> folded(List<String> objects, List<String> families, List<String> unanswered) {
        List<Part> parts = new ArrayList<>();
        parts.add(part("more not answered", "\n**Not answered besides**\n", rest(unanswered, MOST_CAUSES)));
        parts.add(part("removed", "\n**There before, and not now**\n", removed()));
        parts.addAll(causes());
        parts.add(new Part(
                "more object", "more objects", SuiteMarkdownTables.objectHead(suite), rest(objects, MOST_OBJECTS)));
        parts.add(new Part(
                "kernel family",
                "kernel families",
                SuiteMarkdownTables.familyHead(suite),
                rest(families, shownFamilies())));
        parts.add(part("aside", "\n**Only where the policy does not ask**\n", rows.of(Weight.ASIDE)));
        parts.add(part("guarded", "\n**Missing somewhere, and not needed there**\n", rows.of(Weight.GUARDED)));
        return parts;
    }

    /** What the fold has of causes: what is accepted, which is never hidden, what helps, and those not among the first. */
    private List<Part> causes() {
        return List.of(
                part("accepted", "\n**Accepted for now**\n", rows.of(Weight.ACCEPTED)),
                new Part("fix in C", "fixes in C", "\n**C that works before and after**", rows.fixes(MOST_CAUSES)),
                new Part("more cause", "more causes", "\n**More causes**\n", rest(rows.trouble(), MOST_CAUSES)));
    }

    /** Where everything passes nobody has to see on what. */
    private int shownFamilies() {
        return suite.outcome() == Outcome.PASS && !suite.isCompared() ? 0 : MOST_FAMILIES;
    }

    private List<String> removed() {
        return suite.removed().stream().map(name -> "- " + Markdown.code(name)).toList();
    }

    /** Rows under a headline of their own in the fold, and what they are called in its summary. */
    private record Part(String one, String many, String head, List<String> rows) {
        /** {@code 3 more causes}. */
        String counted() {
            return rows.size() + " " + (rows.size() == 1 ? one : many);
        }
    }

    private static Part part(String word, String head, List<String> rows) {
        return new Part(word, word, head, rows);
    }

    private void fold(List<Part> parts) {
        List<String> words = new ArrayList<>();
        int rows = 0;
        for (Part part : parts) {
            if (!part.rows.isEmpty()) {
                words.add(part.counted());
                rows += part.rows.size();
            }
        }
        if (rows == 0) {
            return;
        }
        if (!out.add("\n<details><summary>" + String.join(", ", words) + "</summary>")) {
            leftOut += rows;
            return;
        }
        for (Part part : parts) {
            leftOut += out.addRows(part.head, part.rows);
        }
        out.end("\n</details>");
    }

    private void end() {
        if (leftOut > 0) {
            out.end("\n" + leftOut + (leftOut == 1 ? " more row was" : " more rows were") + " left out.");
        }
        List<String> basis = new ArrayList<>();
        Provenance provenance = suite.provenance();
        if (provenance != null) {
            basis.add("relogrid " + cut(provenance.engine()));
            String date = provenance.archiveDate();
            basis.add("archive " + cut(provenance.archive()) + (date == null ? "" : " of " + cut(date)));
        }
        if (!suite.policy().isEmpty()) {
            basis.add("policy " + cut(suite.policy()));
        }
        if (suite.isCompared()) {
            basis.add("against " + cut(suite.against()));
        }
        if (!basis.isEmpty()) {
            out.add("\n<sub>" + Markdown.text(String.join(", ", basis)) + "</sub>");
        }
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "\u2026";
    }

    private static List<String> first(List<String> rows, int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private static List<String> rest(List<String> rows, int most) {
        return rows.subList(Math.min(most, rows.size()), rows.size());
    }
}
