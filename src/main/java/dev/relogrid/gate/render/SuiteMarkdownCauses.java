package dev.relogrid.gate.render;

import dev.relogrid.gate.Suite;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.look.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Causes as rows of Markdown. What several objects have in common, a line of a header, is one row. */
final class SuiteMarkdownCauses {
    /** Names come from the objects; one that fills the comment would hide all others. */
    private static final int LONGEST = 1_000;

    private static final int MOST_OBJECTS = 3;

    private final Suite suite;
    private final Rendering rendering;
    private final List<List<Concern>> groups;

    SuiteMarkdownCauses(Suite suite, Rendering rendering) {
        this.suite = suite;
        this.rendering = rendering;
        Map<List<Object>, List<Concern>> byLine = new LinkedHashMap<>();
        for (Concern concern : Concerns.sorted(Concerns.of(suite))) {
            byLine.computeIfAbsent(key(concern), _ -> new ArrayList<>()).add(concern);
        }
        this.groups = List.copyOf(byLine.values());
    }

    /** What makes it the same to whoever mends it; what has no line is only the same in one object. */
    private List<Object> key(Concern concern) {
        String at = concern.spot(rendering.sources()).text();
        String wanted = concern.cause() == null ? "" : concern.cause().card().wanted();
        Object where = at.isEmpty() ? List.of(concern.member().name(), concern.sentence()) : at;
        return List.of(where, concern.code(), wanted, concern.weight(), concern.isNew());
    }

    /** Those somebody has to look at: what is new first, then the worst. */
    List<String> trouble() {
        return rows(groups.stream()
                .filter(group -> group.getFirst().weight().isTrouble())
                .toList());
    }

    /** Those of another weight. */
    List<String> of(Weight weight) {
        return rows(groups.stream()
                .filter(group -> group.getFirst().weight() == weight)
                .toList());
    }

    /** C for the first of {@link #trouble}, each once. */
    List<String> fixes(int most) {
        Set<String> fixes = new LinkedHashSet<>();
        groups.stream()
                .map(List::getFirst)
                .filter(concern -> concern.weight().isTrouble())
                .limit(most)
                .filter(concern -> !concern.fix().isEmpty() && concern.cause() != null)
                .forEach(concern -> fixes.add(fix(concern)));
        return List.copyOf(fixes);
    }

    private static String fix(Concern concern) {
        String wanted = concern.cause() == null ? "" : concern.cause().card().wanted();
        return "\n" + text(wanted) + ":\n\n" + Markdown.block("c", concern.fix());
    }

    private List<String> rows(List<List<Concern>> some) {
        return some.stream().map(this::row).toList();
    }

    private String row(List<Concern> group) {
        Concern first = group.getFirst();
        Spot spot = first.spot(rendering.sources());
        String what = (spot.text().isEmpty() ? "" : Markdown.code(spot.text()) + " \u2014 ")
                + (suite.members().size() == 1
                        ? ""
                        : Markdown.code(first.member().name()) + ": ")
                + text(first.sentence());
        if (first.accepted() != null) {
            return "- ~~" + what + "~~ (" + link(first.code()) + ") accepted until "
                    + first.accepted().until() + ": " + text(first.accepted().reason()) + also(group);
        }
        return "- " + (first.isNew() ? "**new**: " : "") + what + " (" + link(first.code()) + ")" + nearest(first)
                + also(group)
                + (spot.isOutside() && first.weight().isTrouble() ? "; the source is no file of this repository" : "");
    }

    private String link(String code) {
        String docs = rendering.docs();
        return docs == null || !SuiteSarif.hasPage(code) ? code : "[" + code + "](" + docs + code + ")";
    }

    private static String nearest(Concern concern) {
        Nearest nearest = concern.nearest();
        return nearest == null
                ? ""
                : "; nearest there: " + Markdown.code(cut(nearest.path())) + ", "
                        + nearest.grade().word();
    }

    /** {@code ; also in `b.o`, `c.o` and 3 more objects}. */
    private static String also(List<Concern> group) {
        Set<String> names = new LinkedHashSet<>();
        group.forEach(concern -> names.add(concern.member().name()));
        names.remove(group.getFirst().member().name());
        if (names.isEmpty()) {
            return "";
        }
        List<String> shown =
                names.stream().limit(MOST_OBJECTS).map(Markdown::code).toList();
        int more = names.size() - shown.size();
        return "; also in " + String.join(", ", shown)
                + (more == 0 ? "" : " and " + more + (more == 1 ? " more object" : " more objects"));
    }

    /** Text in which nothing is markup, and not too much of it. */
    static String text(String text) {
        return Markdown.text(cut(text));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }
}
