package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;

/** Writes out structs, unions and enums, members and padding, and the definitions around them. */
final class Definitions {
    private final Btf btf;
    private final Names names;
    private final Layout layout;
    private final Padding padding;
    private final Declarator declarator;

    Definitions(Btf btf, Names names) {
        this.btf = btf;
        this.names = names;
        this.layout = new Layout(btf);
        this.padding = new Padding(btf.pointerSize());
        this.declarator = new Declarator(btf, names, this::body);
    }

    void forward(Text out, int id) {
        out.about(id);
        out.append(names.tag(id)).append(";\n");
    }

    /** One whole definition or declaration, its semicolon and line end included. */
    void define(Text out, int id) {
        out.about(id);
        switch (btf.kind(id)) {
            case BtfKind.TYPEDEF -> typedef(out, id);
            case BtfKind.INT, BtfKind.FLOAT ->
                out.append("typedef " + BaseType.substitute(btf, id) + " " + names.ordinary(id));
            case BtfKind.FUNC -> declarator.append(out, btf.type(id), names.ordinary(id), 0);
            case BtfKind.VAR -> {
                out.append("extern ");
                declarator.append(out, btf.type(id), names.ordinary(id), 0);
            }
            case BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.ENUM64 -> body(out, id, 0);
            default -> declarator.append(out, id, "", 0);
        }
        out.append(";\n");
    }

    /** Some compilers wrote the typedef to their own {@code __builtin_va_list} as one to void. */
    private void typedef(Text out, int id) {
        String name = names.ordinary(id);
        if (name.equals("__gnuc_va_list") && btf.type(id) == 0) {
            out.append("typedef " + Names.BUILTIN_VA_LIST + " __gnuc_va_list");
            return;
        }
        out.append("typedef ");
        declarator.append(out, btf.type(id), name, 0);
    }

    private void body(Text out, int id, int depth) {
        if (BtfKind.isComposite(btf.kind(id))) {
            boolean named = btf.nameOffset(id) != 0;
            composite(out, id, named ? names.tag(id) : Names.keyword(btf, id), depth);
        } else {
            enumeration(out, id);
        }
    }

    private void composite(Text out, int id, String head, int depth) {
        Unprintable.checkDepth(btf, id, depth);
        boolean packed = layout.isPacked(id);
        out.append(head).append(" {\n");
        out.deeper();
        if (btf.kind(id) == BtfKind.STRUCT) {
            structMembers(out, id, packed, depth);
        } else {
            unionMembers(out, id, packed, depth);
        }
        out.back();
        out.indent().append("}").append(packed ? " __attribute__((packed))" : "");
    }

    private void structMembers(Text out, int id, boolean packed, int depth) {
        long at = 0;
        for (int i = 0; i < btf.vlen(id); i++) {
            if (isHole(id, i)) {
                continue;
            }
            long wanted = layout.bitOffset(id, i);
            if (wanted < at) {
                throw Unprintable.type(
                        btf, id, "member " + i + " at bit " + at + " or later, behind the one before", "bit " + wanted);
            }
            if (natural(id, i, at, packed) != wanted) {
                padding.append(out, at, wanted, packed);
            }
            at = wanted + member(out, id, i, depth);
        }
        long end = 8 * btf.size(id);
        if (Padding.roundUp(at, 8L * layout.alignment(id)) < end) {
            padding.append(out, at, end, packed);
        }
    }

    private void unionMembers(Text out, int id, boolean packed, int depth) {
        long widest = 0;
        for (int i = 0; i < btf.vlen(id); i++) {
            if (!isHole(id, i)) {
                widest = Math.max(widest, member(out, id, i, depth));
            }
        }
        long end = 8 * btf.size(id);
        if (Padding.roundUp(widest, 8L * layout.alignment(id)) < end) {
            out.indent().append("struct {\n");
            out.deeper();
            padding.append(out, 0, end, packed);
            out.back();
            out.indent().append("};\n");
        }
    }

    /** Where a compiler puts the member when nothing is done about it. */
    private long natural(int id, int i, long at, boolean packed) {
        int type = btf.memberType(id, i);
        int bits = layout.bitfieldSize(id, i);
        if (bits == 0) {
            return Padding.roundUp(at, packed ? 8 : 8L * layout.alignment(type));
        }
        long unit = 8 * Math.max(1, btf.resolveSize(type));
        return packed || at / unit == (at + bits - 1) / unit ? at : Padding.roundUp(at, unit);
    }

    /** No name and nothing inside that has one: C cannot say it, padding does. */
    private boolean isHole(int id, int i) {
        int type = btf.skipModifiersAndTypedefs(btf.memberType(id, i));
        return btf.isEmptyString(btf.memberNameOffset(id, i)) && !BtfKind.isComposite(btf.kind(type));
    }

    /** Appends one member; returns its bits. */
    private long member(Text out, int id, int i, int depth) {
        int type = btf.memberType(id, i);
        int name = btf.memberNameOffset(id, i);
        out.indent();
        if (btf.isEmptyString(name)) {
            int composite = btf.skipModifiersAndTypedefs(type);
            composite(out, composite, Names.keyword(btf, composite), depth + 1);
        } else {
            declarator.append(out, type, names.identifier(id, btf.string(name)), depth + 1);
        }
        int bits = layout.bitfieldSize(id, i);
        out.append(bits == 0 ? ";\n" : ": " + bits + ";\n");
        return bits == 0 ? 8 * Math.max(0, btf.resolveSize(type)) : bits;
    }

    private void enumeration(Text out, int id) {
        out.append(btf.nameOffset(id) != 0 ? names.tag(id) : "enum");
        if (btf.vlen(id) == 0) {
            return;
        }
        out.append(" {\n");
        out.deeper();
        boolean wide = btf.kind(id) == BtfKind.ENUM64;
        for (int i = 0; i < btf.vlen(id); i++) {
            String value = value(btf.enumeratorValue(id, i), btf.kflag(id), wide);
            out.indent()
                    .append(names.enumerator(id, i))
                    .append(" = ")
                    .append(value)
                    .append(",\n");
        }
        out.back();
        out.indent().append("}").append(mode(id));
    }

    private static String value(long value, boolean signed, boolean wide) {
        if (!wide) {
            return Long.toString(signed ? value : value & 0xffff_ffffL);
        }
        if (!signed) {
            return Long.toUnsignedString(value) + "ULL";
        }
        // the most negative number is no literal of C
        return value == Long.MIN_VALUE ? "-9223372036854775807LL - 1" : value + "LL";
    }

    /** An enum takes four bytes unless told otherwise, or unless a value needs eight. */
    private String mode(int id) {
        return switch ((int) btf.size(id)) {
            case 1 -> " __attribute__((mode(QI)))";
            case 2 -> " __attribute__((mode(HI)))";
            case 8 -> " __attribute__((mode(DI)))";
            default -> "";
        };
    }
}
