package dev.relogrid.engine.btf;

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

    /** Indexes the BTF's own types (not its base's), either its code and data or the others. */
    NameIndex(Btf btf, boolean symbols) {
        startId = btf.startId();
        int own = btf.typeCount() - startId;
        int size = Integer.highestOneBit(Math.max(16, own)) * 2;
        mask = size - 1;
        heads = new int[size];
        next = new int[own];
        for (int i = own - 1; i >= 0; i--) {
            int name = btf.nameOffset(startId + i);
            if (name != 0 && isSymbol(btf.kind(startId + i)) == symbols) {
                int slot = slot(btf.strings().essentialHash(name));
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
