package dev.relogrid.accuracy;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationsAlone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long judging takes, and how much of it is relocation: both turn by turn in one process that has been at it for a
 * while, each object on all archived kernels of its architecture.
 */
final class CostTable {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 3;
    private final ArchivedKernels kernels;
    private final List<Cost> costs = new ArrayList<>();

    /**
     * The best of some rounds.
     *
     * @param judging nanoseconds for verdicts on all kernels
     * @param relocating nanoseconds for the answers to all relocations on them
     */
    private record Cost(CorpusObject object, long judging, long relocating) {}

    CostTable(ArchivedKernels kernels) {
        this.kernels = kernels;
    }

    void measure(List<CorpusObject> objects) {
        for (int i = 0; i < WARM_UPS; i++) {
            for (CorpusObject object : objects) {
                measure(object);
            }
            costs.clear();
        }
        for (CorpusObject object : objects) {
            measure(object);
        }
    }

    private void measure(CorpusObject object) {
        BitSet on = kernels.of(object.arch());
        long judging = Long.MAX_VALUE;
        long relocating = Long.MAX_VALUE;
        int said = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ObjectSpecs specs = ObjectSpecs.of(BpfObject.parse(object.bytes()));
            long start = System.nanoTime();
            said += RelocationsAlone.ask(specs, kernels.family(), on);
            long middle = System.nanoTime();
            said += new FamilyJudge(new Judge(specs)).on(kernels.family(), on).size();
            judging = Math.min(judging, System.nanoTime() - middle);
            relocating = Math.min(relocating, middle - start);
        }
        if (said == 0) {
            throw new IllegalStateException(object.name() + ": nothing was judged");
        }
        costs.add(new Cost(object, judging, relocating));
    }

    void print() {
        costs.sort(Comparator.comparingLong(Cost::judging));
        Cost median = costs.get(costs.size() / 2);
        Cost longest = costs.getLast();
        long judging = costs.stream().mapToLong(Cost::judging).sum();
        long relocating = costs.stream().mapToLong(Cost::relocating).sum();
        System.out.println("| object, on all kernels of its architecture | verdicts | relocations alone | ratio |\n"
                + "| --- | --- | --- | --- |");
        row("the median: " + median.object.name(), median.judging, median.relocating);
        row("the longest: " + longest.object.name(), longest.judging, longest.relocating);
        row("all " + costs.size() + " together", judging, relocating);
    }

    private static void row(String what, long judging, long relocating) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | **%.2f** |%n",
                what,
                judging / 1e6,
                relocating / 1e6,
                (double) judging / relocating);
    }
}
