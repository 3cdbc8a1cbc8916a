package dev.relogrid.report.render;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import dev.relogrid.report.kernels.KernelRanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernels of one suite and series, as one column of a table: the worst of its builds, and how many. */
public record Families(List<Family> all) {
    /**
     * @param name {@code debian/trixie 6.12}; the id of what has none
     * @param builds how many there are
     * @param worst what is said of the worst
     * @param count how many are that
     * @param reason the first reason among these
     */
    public record Family(String name, int builds, Verdict worst, int count, String reason, List<String> kernels) {}

    private static final int PARTS = 4;

    /** In the order of their first kernels. */
    public static Families of(Report report) {
        Map<String, List<Integer>> byName = new LinkedHashMap<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            byName.computeIfAbsent(name(report.kernels().get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        List<Family> all = new ArrayList<>();
        byName.forEach((name, members) -> all.add(family(report, name, members)));
        return new Families(all);
    }

    public static String name(String id) {
        int version = KernelRanges.version(id);
        String[] parts = id.split("/", -1);
        return version < 0 || parts.length != PARTS
                ? id
                : parts[0] + "/" + parts[1] + " " + KernelRanges.dotted(version);
    }

    private static Family family(Report report, String name, List<Integer> members) {
        Verdict worst = Verdict.OK;
        for (int member : members) {
            worst = worst.worst(report.answer(member).verdict());
        }
        int count = 0;
        String reason = "";
        List<String> kernels = new ArrayList<>();
        for (int member : members) {
            boolean isWorst = report.answer(member).verdict() == worst;
            count += isWorst ? 1 : 0;
            reason = isWorst && reason.isEmpty() ? report.answer(member).reason() : reason;
            kernels.add(report.kernels().get(member));
        }
        return new Family(name, members.size(), worst, count, reason, kernels);
    }
}
