package dev.relogrid.report;

import dev.relogrid.engine.verdict.Effect;
import java.util.Arrays;

/** The place of a cause among others: the worst come first, then those on most kernels, then by number of relocation. */
record Rank(Effect effect, int kernels, int number) implements Comparable<Rank> {
    @Override
    public int compareTo(Rank other) {
        int byEffect = other.effect.compareTo(effect);
        int byKernels = byEffect != 0 ? byEffect : Integer.compare(other.kernels, kernels);
        return byKernels != 0 ? byKernels : Integer.compare(number, other.number);
    }

    /** Indexes in the order of their ranks; equal ones as they come. */
    static int[] order(Rank[] ranks) {
        Integer[] order = new Integer[ranks.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> ranks[a].compareTo(ranks[b]));
        int[] indexes = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            indexes[i] = order[i];
        }
        return indexes;
    }
}
