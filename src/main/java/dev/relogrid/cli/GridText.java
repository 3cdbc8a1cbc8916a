package dev.relogrid.cli;

import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ProgramVerdict;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.kernels.KernelRanges;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Programs by upstream versions, a sign for each: the worst of the version's builds. Programs that are alike on all
 * versions share a row.
 */
final class GridText {
    private static final int LONGEST_NAME = 28;
    private static final String MIXED = "*";

    private final Style style;
    private final IdentityHashMap<Program, NavigableMap<Integer, Set<Verdict>>> cells = new IdentityHashMap<>();
    private final List<Program> programs = new ArrayList<>();
    private final NavigableMap<Integer, Integer> versions = new TreeMap<>();

    /** @param verdicts of one object; kernels whose id has no version in it are left out */
    GridText(Style style, List<KernelVerdict> verdicts) {
        this.style = style;
        for (KernelVerdict verdict : verdicts) {
            int version = KernelRanges.version(verdict.kernel());
            if (version >= 0 && verdict.verdict() != Verdict.NO_BTF) {
                versions.merge(version, 1, Integer::sum);
                verdict.programs().forEach(program -> add(version, program));
            }
        }
    }

    private void add(int version, ProgramVerdict verdict) {
        NavigableMap<Integer, Set<Verdict>> row = cells.get(verdict.program());
        if (row == null) {
            row = new TreeMap<>();
            cells.put(verdict.program(), row);
            programs.add(verdict.program());
        }
        row.computeIfAbsent(version, v -> Collections.newSetFromMap(new EnumMap<>(Verdict.class)))
                .add(verdict.verdict());
    }

    /** No lines where there is nothing to compare: a single program, or a single version. */
    List<String> lines() {
        if (programs.size() < 2 || versions.size() < 2) {
            return List.of();
        }
        Map<String, List<Program>> rows = new LinkedHashMap<>();
        boolean mixed = false;
        for (Program program : programs) {
            String signs = signs(program);
            mixed |= signs.contains(MIXED);
            rows.computeIfAbsent(signs, s -> new ArrayList<>()).add(program);
        }
        int width = 0;
        for (List<Program> row : rows.values()) {
            width = Math.max(width, name(row).length());
        }
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder("  " + " ".repeat(width));
        versions.keySet().forEach(version -> head.append(' ').append(KernelRanges.dotted(version)));
        lines.add(style.faint(head.toString()));
        for (Map.Entry<String, List<Program>> row : rows.entrySet()) {
            String name = name(row.getValue());
            lines.add("  " + name + " ".repeat(width - name.length())
                    + painted(row.getValue().getFirst()));
        }
        if (mixed) {
            lines.add(style.faint("  " + MIXED + " not all builds of the version; the sign is of the worst"));
        }
        return lines;
    }

    private static String name(List<Program> row) {
        String first = Printable.name(row.getFirst().name());
        String cut = first.length() > LONGEST_NAME ? first.substring(0, LONGEST_NAME - 2) + ".." : first;
        return row.size() == 1 ? cut : cut + " and " + (row.size() - 1) + " more";
    }

    private String signs(Program program) {
        StringBuilder signs = new StringBuilder();
        versions.keySet()
                .forEach(version -> signs.append(sign(program, version)).append(' '));
        return signs.toString();
    }

    private String sign(Program program, int version) {
        Set<Verdict> all = verdicts(program, version);
        Verdict worst = worst(all);
        return all.isEmpty() ? " " : style.sign(worst.sign(), worst.ascii()) + (all.size() > 1 ? MIXED : "");
    }

    private String painted(Program program) {
        StringBuilder text = new StringBuilder();
        for (int version : versions.keySet()) {
            String sign = sign(program, version);
            int column = KernelRanges.dotted(version).length() + 1;
            text.append(" ".repeat(Math.max(1, column - sign.length())))
                    .append(CheckText.paint(style, worst(verdicts(program, version)), sign));
        }
        return text.toString();
    }

    private Set<Verdict> verdicts(Program program, int version) {
        NavigableMap<Integer, Set<Verdict>> row = cells.get(program);
        return row == null ? Set.of() : row.getOrDefault(version, Set.of());
    }

    private static Verdict worst(Set<Verdict> verdicts) {
        Verdict worst = Verdict.OK;
        for (Verdict verdict : verdicts) {
            worst = worst.worst(verdict);
        }
        return worst;
    }
}
