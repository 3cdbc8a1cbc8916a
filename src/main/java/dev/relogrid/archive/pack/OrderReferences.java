package dev.relogrid.archive.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds for each unit the earlier one whose order its own is best written against. Builds come in families: a compiler's
 * build of one version orders types like its build of the next, and another's of the same version quite differently.
 * Orders are compared by a sample of what follows what.
 */
final class OrderReferences {
    /**
     * What is written against another is read after it. Each one in the way counts for so little that an order is only
     * written against a distant one if the two are hardly different.
     */
    static final int DEPTH = 256;

    /** One definition in so many is sampled in large orders. */
    private static final int SAMPLE = 48;

    private static final int SMALL = 4096;

    /** A unit that others can be written against. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Known(int unit, int[] order, long[] sketch, int depth) {}

    /** @param unit the one to write against, -1 for none */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Choice(int unit, int[] order) {
        static final Choice NONE = new Choice(-1, new int[0]);
    }

    private final Map<String, List<Known>> byName = new HashMap<>();

    /**
     * The best of the units of that name so far; the unit itself is one from now on.
     *
     * @param name vmlinux or a module's
     */
    Choice choose(String name, int unit, int[] order) {
        List<Known> others = byName.computeIfAbsent(name, n -> new ArrayList<>());
        long[] sketch = sketch(order);
        Known best = null;
        long most = 0;
        for (Known other : others) {
            long worth = (long) common(sketch, other.sketch) * Math.max(0, DEPTH - other.depth);
            if (worth > most) {
                most = worth;
                best = other;
            }
        }
        others.add(new Known(unit, order, sketch, best == null ? 0 : best.depth + 1));
        return best == null ? Choice.NONE : new Choice(best.unit, best.order);
    }

    /** Pairs of a sampled definition and the one behind it, sorted. */
    private static long[] sketch(int[] order) {
        int every = order.length < SMALL ? 1 : SAMPLE;
        long[] pairs = new long[order.length];
        int count = 0;
        for (int i = 0; i + 1 < order.length; i++) {
            if (Integer.remainderUnsigned(order[i] * 0x9e3779b9, every) == 0) {
                pairs[count++] = (long) order[i] << 32 | order[i + 1];
            }
        }
        long[] sketch = Arrays.copyOf(pairs, count);
        Arrays.sort(sketch);
        return sketch;
    }

    private static int common(long[] a, long[] b) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
