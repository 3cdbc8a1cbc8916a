package dev.relogrid.archive.pack;

import java.util.BitSet;

/** Sets of units (a kernel or one of its modules, by number), written as runs. */
final class UnitSet {
    private UnitSet() {}

    static void write(BitSet units, Output out) {
        int runs = 0;
        for (int from = units.nextSetBit(0); from >= 0; from = units.nextSetBit(units.nextClearBit(from))) {
            runs++;
        }
        out.number(runs);
        int end = 0;
        for (int from = units.nextSetBit(0); from >= 0; from = units.nextSetBit(end)) {
            out.number(from - end);
            end = units.nextClearBit(from);
            out.number(end - from);
        }
    }

    /** @param units how many there are; larger numbers are malformed */
    static BitSet read(Input in, int units) {
        BitSet set = new BitSet();
        int runs = in.items();
        int at = 0;
        for (int i = 0; i < runs; i++) {
            int from = at + in.count(units - at);
            at = from + in.count(units - from);
            set.set(from, at);
        }
        return set;
    }
}
