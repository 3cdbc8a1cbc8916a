package dev.relogrid.archive.pack;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of a unit's types, which is the order of their ids, as a list of definitions; written as what it shares with
 * the list of another unit. Type ids say nothing about a type and differ between any two builds, but neighbours have
 * long runs in common.
 *
 * <pre>
 * order = count run*                  until count definitions are there
 * run   = length*2   from:signed      copies from the other list; from is relative to where the last copy ended
 *       | length*2+1 number:signed*   definitions by number, each relative to the one before it
 * exceptions = count (type word id)*  references to another than the first of several equal unnamed types; type is
 *                                     relative to the one before it
 * </pre>
 *
 * @param definitions their numbers, in the order of the types' ids
 * @param exceptions three numbers for each: the type's place in the order, the word of it, the id it refers to
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record UnitOrder(int[] definitions, int[] exceptions) {
    /** BTF_MAX_TYPE of include/uapi/linux/btf.h: kernels take no more types. */
    static final int MOST_TYPES = 0xf_ffff;

    /** Types a unit may have for each definition there is in the pack; in kernels under 1, as few occur twice. */
    private static final int MOST_COPIES = 8;

    /** So many may be equal in any pack. */
    private static final int ALWAYS = 1 << 16;

    void write(int[] other, Output out) {
        writeOrder(definitions, other, out);
        writeExceptions(out);
    }

    private static void writeOrder(int[] order, int[] other, Output out) {
        Map<Integer, Integer> places = new HashMap<>(other.length * 2);
        for (int i = other.length - 1; i >= 0; i--) {
            places.put(other[i], i);
        }
        out.number(order.length);
        int expected = 0;
        int last = 0;
        int at = 0;
        while (at < order.length) {
            int from = place(order[at], other, expected, places);
            int start = at;
            if (from >= 0) {
                while (at < order.length && from + at - start < other.length && order[at] == other[from + at - start]) {
                    at++;
                }
                out.number((long) (at - start) << 1).signed(from - expected);
                expected = from + at - start;
            } else {
                while (at < order.length && !places.containsKey(order[at])) {
                    at++;
                }
                out.number((long) (at - start) << 1 | 1);
                for (int i = start; i < at; i++) {
                    out.signed(order[i] - last);
                    last = order[i];
                }
            }
        }
    }

    /** Where the definition is in the other list, if possible where the last copy ended; -1 for nowhere. */
    private static int place(int definition, int[] other, int expected, Map<Integer, Integer> places) {
        if (expected < other.length && other[expected] == definition) {
            return expected;
        }
        Integer place = places.get(definition);
        return place == null ? -1 : place;
    }

    /**
     * @param count of all definitions; a larger number is malformed
     * @param other null when the order is not to be based on any
     */
    static UnitOrder read(Input in, int @Nullable [] other, int count) {
        int[] order = readOrder(in, other, count);
        UnitOrder read = new UnitOrder(order, readExceptions(in, order.length));
        in.end();
        return read;
    }

    private static int[] readOrder(Input in, int @Nullable [] other, int definitions) {
        int count = in.count(Math.min(MOST_TYPES, Math.max(ALWAYS, (long) MOST_COPIES * definitions)));
        int base = other == null ? 0 : other.length;
        // a run of one byte can stand for all of the other list, but no more
        if ((long) count > (long) (base + 1) * (in.left() + 1L)) {
            throw in.malformed("as many types as the runs can give", count + " types");
        }
        int[] order = new int[count];
        int expected = 0;
        int last = 0;
        int at = 0;
        while (at < count) {
            int head = in.count(2L * (count - at) + 1);
            int length = head >>> 1;
            if (length == 0 || length > count - at) {
                throw in.malformed("a run of 1 to " + (count - at) + " types", length + " types");
            }
            if ((head & 1) == 0) {
                long from = expected + in.signed();
                if (other == null || from < 0 || from > base - length) {
                    throw in.malformed("a run within " + base + " types", length + " from " + from);
                }
                System.arraycopy(other, (int) from, order, at, length);
                at += length;
                expected = (int) from + length;
            } else {
                for (int i = 0; i < length; i++) {
                    last = checked(in, last + in.signed(), definitions);
                    order[at++] = last;
                }
            }
        }
        return order;
    }

    private void writeExceptions(Output out) {
        out.number(exceptions.length / 3);
        int last = 0;
        for (int i = 0; i < exceptions.length; i += 3) {
            out.number(exceptions[i] - last).number(exceptions[i + 1]).number(exceptions[i + 2]);
            last = exceptions[i];
        }
    }

    private static int[] readExceptions(Input in, int types) {
        int[] exceptions = new int[3 * in.count(in.left() / 3)];
        int last = 0;
        for (int i = 0; i < exceptions.length; i += 3) {
            last += in.count(types - 1 - last);
            exceptions[i] = last;
            exceptions[i + 1] = in.count(1 << 26);
            exceptions[i + 2] = in.count(2L * MOST_TYPES);
        }
        return exceptions;
    }

    private static int checked(Input in, long definition, int definitions) {
        if (definition <= 0 || definition >= definitions) {
            throw in.malformed("a definition from 1 to " + (definitions - 1), "number " + definition);
        }
        return (int) definition;
    }
}
