package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;

/**
 * Named types of one BTF by the hash of their essential name: chained {@code int} arrays, ids ascending within a chain,
 * because candidates are taken in id order. What is code and data (functions, variables, their sections and tags) has an
 * index of its own: it is most of a kernel's names, and hardly ever asked for.
 */
final class NameIndex {
    private final int mask;
    private final int[] heads;
    private final int[] next;
    private final int startId;

    /**
     * Indexes the BTF's own types (not its base's), either its code and data or the others.
     *
     * @param offsets of its types in {@code types}
     */
    NameIndex(Bytes types, int[] offsets, StringSection strings, int startId, boolean symbols) {
        this.startId = startId;
        int size = Integer.highestOneBit(Math.max(16, offsets.length));
        mask = size - 1;
        heads = new int[size];
        next = new int[offsets.length];
        for (int i = offsets.length - 1; i >= 0; i--) {
            int name = types.i32(offsets[i]);
            if (name != 0 && isSymbol(Btf.kindOf(types.i32(offsets[i] + 4))) == symbols) {
                int slot = slot(strings.essentialHash(name));
                next[i] = heads[slot];
                heads[slot] = i + 1;
            }
        }
    }

    /** Whether types of that kind are code and data. */
    static boolean isSymbol(int kind) {
        return kind == BtfKind.FUNC || kind == BtfKind.VAR || kind == BtfKind.DATASEC || kind == BtfKind.DECL_TAG;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15 ^ hash >>> 7) & mask;
    }

    /** The lowest id whose name may have that hash, or 0. */
    int first(int hash) {
        return idAt(heads[slot(hash)]);
    }

    /** The next id of the same chain, or 0. */
    int next(int id) {
        return idAt(next[id - startId]);
    }

    private int idAt(int link) {
        return link == 0 ? 0 : startId + link - 1;
    }
}
