package dev.relogrid.accuracy;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.FamilyJudge;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationsAlone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How long judging takes, and how much of it is relocation: both turn by turn in one process that has been at it for a
 * while, each object on all archived kernels of its architecture.
 */
final class CostTable {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 3;
    /** So many of those that took longest are shown. */
    private static final int LONGEST = 5;

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
        long[] judging = sorted(Cost::judging);
        long[] relocating = sorted(Cost::relocating);
        System.out.println("| object, on all kernels of its architecture | verdicts | relocations alone | ratio |\n"
                + "| --- | --- | --- | --- |");
        int middle = costs.size() / 2;
        int ninety = costs.size() * 9 / 10;
        row("the median of " + costs.size(), judging[middle], relocating[middle]);
        row("the ninth tenth", judging[ninety], relocating[ninety]);
        costs.sort(Comparator.comparingLong(Cost::judging).reversed());
        for (Cost cost : costs.subList(0, LONGEST)) {
            row(cost.object.name(), cost.judging, cost.relocating);
        }
        row(
                "all together",
                Arrays.stream(judging).sum(),
                Arrays.stream(relocating).sum());
    }

    private long[] sorted(ToLongFunction<Cost> what) {
        return costs.stream().mapToLong(what).sorted().toArray();
    }

    private static void row(String what, long judging, long relocating) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f ms | %.2f ms | **%.1f** |%n",
                what,
                judging / 1e6,
                relocating / 1e6,
                (double) judging / relocating);
    }
}
