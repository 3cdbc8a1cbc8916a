package dev.relogrid.gate.render;

import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.Shift;
import dev.relogrid.gate.Suite;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.report.look.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables of a comment: objects, and kernels by family. */
final class SuiteMarkdownTables {
    private SuiteMarkdownTables() {}

    static String objectHead(Suite suite) {
        return suite.isCompared() ? "\n| object | change | now |\n|---|---|---|" : "\n| object | now |\n|---|---|";
    }

    /** Those that do not pass; compared with what was before, those that are different. None where there is one object. */
    static List<String> objects(Suite suite) {
        List<String> rows = new ArrayList<>();
        for (Member member : suite.members()) {
            if (suite.members().size() > 1 && isTold(member)) {
                rows.add("| " + Markdown.code(member.name()) + " | " + change(suite, member) + now(member) + " |");
            }
        }
        return rows;
    }

    private static boolean isTold(Member member) {
        Delta delta = member.delta();
        return member.outcome() != Outcome.PASS || delta != null && delta.differs();
    }

    private static String change(Suite suite, Member member) {
        Delta delta = member.delta();
        if (!suite.isCompared() || delta == null) {
            return "";
        }
        return (delta.isNew() ? "new object" : words(delta.counts())) + " | ";
    }

    private static String now(Member member) {
        PolicyVerdict verdict = member.verdict();
        String headline = verdict.headline();
        return SuiteMarkdownCauses.text(headline.substring(0, headline.length() - 1));
    }

    /** How many objects have no row; empty where all have, or there is one. */
    static String otherObjects(Suite suite, int rows) {
        int others = suite.members().size() - rows;
        if (suite.members().size() <= 1 || others == 0) {
            return "";
        }
        String objects = others + (rows == 0 ? "" : " more") + (others == 1 ? " object" : " objects");
        return "\n" + objects + (suite.isCompared() ? " as before." : others == 1 ? " passes." : " pass.");
    }

    static String familyHead(Suite suite) {
        return suite.isCompared()
                ? "\n| kernels | builds | change | now | why |\n|---|--:|---|---|---|"
                : "\n| kernels | builds | verdict | why |\n|---|--:|---|---|";
    }

    /** All of them; compared with what was before, those on which something is different. */
    static List<String> families(Suite suite) {
        List<String> rows = new ArrayList<>();
        for (SuiteFamily family : SuiteFamily.of(suite)) {
            if (!suite.isCompared() || family.differs()) {
                rows.add("| " + Markdown.text(family.name()) + " | " + family.builds() + " | "
                        + (suite.isCompared() ? words(family.shifts()) + " | " : "") + Markdown.text(family.cell())
                        + " | " + why(suite, family) + " |");
            }
        }
        return rows;
    }

    private static String why(Suite suite, SuiteFamily family) {
        boolean named = suite.members().size() > 1 && !family.passes();
        String reason = SuiteMarkdownCauses.text(family.reason());
        return named ? Markdown.text(family.objects()) + (reason.isEmpty() ? "" : ": " + reason) : reason;
    }

    private static String words(Map<Shift, Integer> shifts) {
        return String.join(", ", Shift.words(shifts));
    }
}
