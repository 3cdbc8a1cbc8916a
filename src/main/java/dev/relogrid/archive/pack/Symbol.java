package dev.relogrid.archive.pack;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything the kernels of a pack have under one name and class.
 *
 * @param symbolClass the kind of the types, or a {@link SymbolClass}
 * @param name without flavour
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Symbol(int number, int symbolClass, String name, Row[] rows) {
    /**
     * What some units have.
     *
     * @param definitions in the order of the types' ids; none for a text
     * @param text null for types
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Row(int[] definitions, @Nullable String text, BitSet units) {}

    /** What that unit has; null when it has nothing of the name. */
    @Nullable
    Row row(int unit) {
        for (Row row : rows) {
            if (row.units.get(unit)) {
                return row;
            }
        }
        return null;
    }

    boolean hasEachUnitOnce() {
        BitSet seen = new BitSet();
        for (Row row : rows) {
            if (seen.intersects(row.units)) {
                return false;
            }
            seen.or(row.units);
        }
        return true;
    }

    static Symbol read(int number, Input in, int units, int definitions) {
        int symbolClass = in.u8();
        if (!Shape.exists(symbolClass) && symbolClass != SymbolClass.CONFIG && symbolClass != SymbolClass.KSYM) {
            throw in.malformed("a kind of type, a configuration's or a symbol's class", "" + symbolClass);
        }
        String name = Texts.name(in.string());
        Row[] rows = new Row[in.items()];
        int last = 0;
        for (int i = 0; i < rows.length; i++) {
            int[] content = {};
            String text = null;
            if (SymbolClass.isText(symbolClass)) {
                text = Texts.name(in.string());
            } else {
                content = new int[in.items()];
                for (int j = 0; j < content.length; j++) {
                    long next = last + in.signed();
                    if (next <= 0 || next >= definitions) {
                        throw in.malformed("a definition from 1 to " + (definitions - 1), "number " + next);
                    }
                    last = (int) next;
                    content[j] = last;
                }
            }
            rows[i] = new Row(content, text, UnitSet.read(in, units));
        }
        return new Symbol(number, symbolClass, name, rows);
    }
}
