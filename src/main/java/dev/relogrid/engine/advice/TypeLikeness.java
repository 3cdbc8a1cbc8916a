package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.Set;

/** How much alike the types of two members are, more narrowly than CO-RE asks for: pointers by what they lead to. */
enum TypeLikeness {
    /** Nothing that could be read for the other. */
    OTHER,
    /** Both pointers, or both structs, of different things. */
    KIND,
    /** Integers of any kind. */
    LOOSE,
    /** The same, of a kind that many members are of. */
    PLAIN,
    /** The same, of a kind that few members are of. */
    DISTINCT;

    private static final int MAX_DEPTH = 8;

    /** Structs that many others have in them: to find one says little. */
    private static final Set<String> COMMON = Set.of(
            "list_head",
            "hlist_node",
            "hlist_head",
            "callback_head",
            "llist_node",
            "mutex",
            "spinlock",
            "raw_spinlock",
            "work_struct",
            "delayed_work",
            "timer_list",
            "refcount_struct",
            "rb_node",
            "rb_root",
            "completion",
            "kobject");

    /** Whether code for the one would do for the other. */
    boolean isReadable() {
        return compareTo(LOOSE) >= 0;
    }

    static TypeLikeness of(Btf a, int typeA, Btf b, int typeB) {
        return of(a, typeA, b, typeB, 0);
    }

    private static TypeLikeness of(Btf a, int typeA, Btf b, int typeB, int depth) {
        int idA = a.skipModifiersAndTypedefs(typeA);
        int idB = b.skipModifiersAndTypedefs(typeB);
        int kindA = kind(a, idA);
        int kindB = kind(b, idB);
        if (kindA != kindB || depth > MAX_DEPTH) {
            return OTHER;
        }
        return switch (kindA) {
            case BtfKind.INT -> ints(a, idA, b, idB);
            case BtfKind.PTR -> pointers(a, idA, b, idB, depth);
            case BtfKind.ARRAY -> of(a, a.arrayType(idA), b, b.arrayType(idB), depth + 1);
            case BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM -> named(a, idA, typeA, b, idB, typeB);
            default -> PLAIN;
        };
    }

    /** Forward declarations count as what they declare, and both kinds of enum are one. */
    private static int kind(Btf btf, int id) {
        int kind = btf.kind(id);
        if (kind == BtfKind.FWD) {
            return btf.kflag(id) ? BtfKind.UNION : BtfKind.STRUCT;
        }
        return kind == BtfKind.ENUM64 ? BtfKind.ENUM : kind;
    }

    private static TypeLikeness ints(Btf a, int idA, Btf b, int idB) {
        return a.size(idA) == b.size(idB) ? PLAIN : LOOSE;
    }

    private static TypeLikeness pointers(Btf a, int idA, Btf b, int idB, int depth) {
        TypeLikeness to = of(a, a.type(idA), b, b.type(idB), depth + 1);
        return to.compareTo(PLAIN) < 0 ? KIND : to;
    }

    private static TypeLikeness named(Btf a, int idA, int typeA, Btf b, int idB, int typeB) {
        String nameA = a.essentialName(a.nameOffset(idA));
        if (nameA.isEmpty()) {
            // nameless structs have the typedef's name, where there is one
            String typedef = CText.of(a, typeA);
            return b.name(idB).isEmpty() && typedef.equals(CText.of(b, typeB)) ? PLAIN : KIND;
        }
        if (!nameA.equals(b.essentialName(b.nameOffset(idB)))) {
            return KIND;
        }
        return COMMON.contains(nameA) ? PLAIN : DISTINCT;
    }
}
