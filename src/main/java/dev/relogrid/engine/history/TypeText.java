package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;

/**
 * Declarations in one line of C. Types without names are shown as {@code struct {...}}; names are without flavour, and type
 * tags are left out, for neither matters to CO-RE, and parameters have types only. Types that are only named are not looked at.
 */
final class TypeText {
    private static final int DEEPEST = 16;
    private static final int LONGEST = 1 << 14;

    private TypeText() {}

    /** @param name may be empty */
    static String declaration(Btf btf, int typeId, String name) {
        return declaration(btf, typeId, name, 0);
    }

    private static String declaration(Btf btf, int typeId, String name, int depth) {
        String declarator = name;
        String qualifiers = "";
        int id = typeId;
        for (int steps = 0; steps < Btf.MAX_CHAIN && declarator.length() < LONGEST && depth < DEEPEST; steps++) {
            int kind = btf.kind(id);
            switch (kind) {
                case BtfKind.CONST, BtfKind.VOLATILE, BtfKind.RESTRICT -> qualifiers += BtfKind.name(kind) + " ";
                case BtfKind.TYPE_TAG -> {}
                case BtfKind.PTR -> {
                    declarator = "*" + qualifiers + declarator;
                    qualifiers = "";
                }
                case BtfKind.ARRAY -> declarator = grouped(declarator) + "[" + btf.arrayCount(id) + "]";
                case BtfKind.FUNC_PROTO ->
                    declarator = grouped(declarator) + "(" + parameters(btf, id, depth + 1) + ")";
                default -> {
                    return qualifiers + base(btf, id) + (declarator.isEmpty() ? "" : " " + declarator);
                }
            }
            id = kind == BtfKind.ARRAY ? btf.arrayType(id) : btf.type(id);
        }
        throw new MalformedInput("BTF types", 0, "a type that can be told in a line of C", "[" + typeId + "]");
    }

    private static String grouped(String declarator) {
        return declarator.startsWith("*") ? "(" + declarator + ")" : declarator;
    }

    private static String parameters(Btf btf, int proto, int depth) {
        int count = btf.vlen(proto);
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < count && list.length() < LONGEST; i++) {
            list.append(i == 0 ? "" : ", ");
            if (i == count - 1 && btf.parameterType(proto, i) == 0) {
                list.append("...");
            } else {
                list.append(declaration(btf, btf.parameterType(proto, i), "", depth));
            }
        }
        return list.isEmpty() ? "void" : list.toString();
    }

    private static String base(Btf btf, int id) {
        String name = id == 0 ? "" : btf.essentialNameOf(id);
        String keyword = switch (btf.kind(id)) {
            case BtfKind.UNKN -> "void";
            case BtfKind.STRUCT -> "struct ";
            case BtfKind.UNION -> "union ";
            case BtfKind.FWD -> btf.kflag(id) ? "union " : "struct ";
            case BtfKind.ENUM, BtfKind.ENUM64 -> "enum ";
            default -> "";
        };
        return keyword.endsWith(" ") && name.isEmpty() ? keyword + "{...}" : keyword + name;
    }
}
