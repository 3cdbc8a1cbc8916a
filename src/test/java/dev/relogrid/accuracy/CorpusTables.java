package dev.relogrid.accuracy;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.ProgramVerdict;
import dev.relogrid.engine.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Verdicts by kind over all real objects, each on every archived kernel of its architecture. */
final class CorpusTables {
    private final Map<String, Map<Verdict, Long>> byGroup = new TreeMap<>();
    private final Map<String, Integer> objects = new TreeMap<>();
    private final Map<String, Reason> unknowns = new TreeMap<>();
    private final ArchivedKernels kernels;

    /** Why cells are unknown. */
    private static final class Reason {
        private final Set<String> objects = new TreeSet<>();
        private long cells;
    }

    CorpusTables(ArchivedKernels kernels) {
        this.kernels = kernels;
    }

    void add(CorpusObject object) {
        ObjectSpecs specs = ObjectSpecs.of(BpfObject.parse(object.bytes()));
        objects.merge(object.group(), 1, Integer::sum);
        Map<Verdict, Long> counts = byGroup.computeIfAbsent(object.group(), group -> new EnumMap<>(Verdict.class));
        for (KernelVerdict verdict :
                new FamilyJudge(new Judge(specs)).on(kernels.family(), kernels.of(object.arch()))) {
            for (ProgramVerdict program : verdict.programs()) {
                counts.merge(program.verdict(), 1L, Long::sum);
                if (program.verdict() == Verdict.UNKNOWN) {
                    Reason reason = unknowns.computeIfAbsent(why(verdict, program), why -> new Reason());
                    reason.cells++;
                    reason.objects.add(object.name());
                }
            }
        }
    }

    private static String why(KernelVerdict verdict, ProgramVerdict program) {
        for (Finding finding : verdict.findings()) {
            if (finding.effect() == Effect.UNDECIDED && finding.programs().contains(program.program())) {
                Obstacle obstacle = finding.obstacle();
                return "`" + obstacle.code() + "` " + obstacle.wanted()
                        + (obstacle.level() == Obstacle.Level.UNKNOWN ? ": " + obstacle.has() : "")
                        + (finding.why().isEmpty() ? "" : "; " + finding.why());
            }
        }
        return program.reason();
    }

    /** Cells that are unknown, in percent of all. */
    double unknownPercent() {
        long all = 0;
        long unknown = 0;
        for (Map<Verdict, Long> counts : byGroup.values()) {
            all += sum(counts);
            unknown += counts.getOrDefault(Verdict.UNKNOWN, 0L);
        }
        return 100.0 * unknown / all;
    }

    private static long sum(Map<Verdict, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    void print() {
        StringBuilder head = new StringBuilder("| objects | how many | kernels | cells |");
        for (Verdict verdict : Verdict.values()) {
            head.append(' ').append(verdict.code()).append(" |");
        }
        System.out.println(head + " unknown, % |");
        System.out.println("| --- |" + " --- |".repeat(Verdict.values().length + 4));
        byGroup.forEach((group, counts) -> {
            String arch = group.startsWith("other") ? group.substring(group.lastIndexOf(' ') + 1) : "amd64";
            StringBuilder row = new StringBuilder("| %s | %d | %d | %d |"
                    .formatted(
                            group,
                            objects.getOrDefault(group, 0),
                            kernels.of(arch).cardinality(),
                            sum(counts)));
            for (Verdict verdict : Verdict.values()) {
                row.append(' ').append(counts.getOrDefault(verdict, 0L)).append(" |");
            }
            double share = 100.0 * counts.getOrDefault(Verdict.UNKNOWN, 0L) / sum(counts);
            System.out.println(row + String.format(Locale.ROOT, " %.2f |", share));
        });
        System.out.printf(Locale.ROOT, "%nUnknown in all: %.2f %% of cells.%n%n", unknownPercent());
        printUnknowns();
    }

    private void printUnknowns() {
        System.out.println("| unknown cells | objects | why |\n| --- | --- | --- |");
        List<Map.Entry<String, Reason>> sorted = unknowns.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Reason> entry) -> -entry.getValue().cells))
                .toList();
        for (Map.Entry<String, Reason> entry : sorted) {
            Reason reason = entry.getValue();
            String first = reason.objects.iterator().next();
            String rest = reason.objects.size() == 1 ? "" : " and " + (reason.objects.size() - 1) + " more";
            System.out.println("| " + reason.cells + " | " + first + rest + " | " + entry.getKey() + " |");
        }
    }
}
