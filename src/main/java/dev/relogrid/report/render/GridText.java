package dev.relogrid.report.render;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.Report;
import dev.relogrid.report.kernels.KernelRanges;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Programs by upstream versions, a sign for each: the worst of the version's builds. Programs that are alike on all
 * versions share a row.
 */
final class GridText {
    private static final int LONGEST_NAME = 28;
    private static final String MIXED = "*";

    private final Style style;
    private final Report report;
    /** Of each program, of each version: what is said. */
    private final List<Map<Integer, Set<Verdict>>> cells = new ArrayList<>();

    private final NavigableSet<Integer> versions = new TreeSet<>();

    /** Kernels whose id has no version in it are left out. */
    GridText(Style style, Report report) {
        this.style = style;
        this.report = report;
        for (int i = 0; i < report.subject().programs().size(); i++) {
            cells.add(new TreeMap<>());
        }
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            int version = KernelRanges.version(report.kernels().get(i));
            AnswerClass answer = report.answer(i);
            boolean known = version >= 0 && answer.verdict() != Verdict.NO_BTF;
            if (known && seen.add((long) version << Integer.SIZE | report.classOf()[i])) {
                versions.add(version);
                add(version, answer.programs());
            }
        }
    }

    private void add(int version, List<ProgramAnswer> programs) {
        for (int i = 0; i < programs.size(); i++) {
            cells.get(i)
                    .computeIfAbsent(version, v -> EnumSet.noneOf(Verdict.class))
                    .add(programs.get(i).verdict());
        }
    }

    /** No lines where there is nothing to compare: a single program, or a single version. */
    List<String> lines() {
        if (cells.size() < 2 || versions.size() < 2) {
            return List.of();
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        boolean mixed = false;
        for (int program = 0; program < cells.size(); program++) {
            String signs = signs(program);
            mixed |= signs.contains(MIXED);
            rows.computeIfAbsent(signs, s -> new ArrayList<>()).add(program);
        }
        int width = 0;
        for (List<Integer> row : rows.values()) {
            width = Math.max(width, name(row).length());
        }
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("  " + " ".repeat(width));
        versions.forEach(version -> head.append(' ').append(KernelRanges.dotted(version)));
        lines.add(style.faint(head.toString()));
        for (Map.Entry<String, List<Integer>> row : rows.entrySet()) {
            String name = name(row.getValue());
            lines.add("  " + name + " ".repeat(width - name.length())
                    + painted(row.getValue().getFirst()));
        }
        if (mixed) {
            lines.add(style.faint("  " + MIXED + " not all builds of the version; the sign is of the worst"));
        }
        return lines;
    }

    private String name(List<Integer> row) {
        String first =
                Printable.name(report.subject().programs().get(row.getFirst()).name());
        String cut = first.length() > LONGEST_NAME ? first.substring(0, LONGEST_NAME - 2) + ".." : first;
        return row.size() == 1 ? cut : cut + " and " + (row.size() - 1) + " more";
    }

    private String signs(int program) {
        StringBuilder signs = new StringBuilder();
        versions.forEach(version -> signs.append(sign(program, version)).append(' '));
        return signs.toString();
    }

    private String sign(int program, int version) {
        Set<Verdict> all = verdicts(program, version);
        Verdict worst = worst(all);
        return all.isEmpty() ? " " : style.sign(worst.sign(), worst.ascii()) + (all.size() > 1 ? MIXED : "");
    }

    private String painted(int program) {
        StringBuilder text = new StringBuilder();
        for (int version : versions) {
            String sign = sign(program, version);
            int column = KernelRanges.dotted(version).length() + 1;
            text.append(" ".repeat(Math.max(1, column - sign.length())))
                    .append(Paint.of(style, worst(verdicts(program, version)), sign));
        }
        return text.toString();
    }

    private Set<Verdict> verdicts(int program, int version) {
        return cells.get(program).getOrDefault(version, Set.of());
    }

    private static Verdict worst(Set<Verdict> verdicts) {
        Verdict worst = Verdict.OK;
        for (Verdict verdict : verdicts) {
            worst = worst.worst(verdict);
        }
        return worst;
    }
}
