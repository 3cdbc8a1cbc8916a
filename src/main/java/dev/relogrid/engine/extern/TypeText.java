package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;

/** A type in a few words of C, without its qualifiers: {@code struct sock *}, {@code u64}, {@code int[4]}. */
final class TypeText {
    private static final int MOST_STEPS = 32;

    private TypeText() {}

    static String of(Btf btf, int typeId) {
        StringBuilder after = new StringBuilder();
        int id = typeId;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            int kind = btf.kind(id);
            if (kind == BtfKind.PTR) {
                after.insert(0, '*');
                id = btf.type(id);
            } else if (kind == BtfKind.ARRAY) {
                after.append('[').append(btf.arrayCount(id)).append(']');
                id = btf.arrayType(id);
            } else if (BtfKind.isModifier(kind)) {
                id = btf.type(id);
            } else {
                return base(btf, id, kind) + (after.isEmpty() || after.charAt(0) == '[' ? "" : " ") + after;
            }
        }
        return "a type of many steps";
    }

    private static String base(Btf btf, int id, int kind) {
        String keyword = switch (kind) {
            case BtfKind.UNKN -> "void";
            case BtfKind.STRUCT -> "struct";
            case BtfKind.UNION -> "union";
            case BtfKind.ENUM, BtfKind.ENUM64 -> "enum";
            case BtfKind.FWD -> btf.kflag(id) ? "union" : "struct";
            case BtfKind.FUNC_PROTO -> "function";
            default -> "";
        };
        if (kind == BtfKind.UNKN || kind == BtfKind.FUNC_PROTO) {
            return keyword;
        }
        String name = btf.nameOffset(id) == 0 ? "" : btf.name(id);
        if (name.isEmpty()) {
            return keyword.isEmpty() ? BtfKind.name(kind) : keyword + " without a name";
        }
        return keyword.isEmpty() ? name : keyword + " " + name;
    }
}
