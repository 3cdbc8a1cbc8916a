package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Declares one name of one type: {@code int (*const name[2])(void)}. A chain of BTF types reads from the name outwards,
 * so the declarator grows around the name until a type is met that stands in front of it.
 */
final class Declarator {
    private final Btf btf;
    private final Names names;
    private final Bodies bodies;

    /** Writes out the types that have no name of their own. */
    interface Bodies {
        void body(Text out, int id, int depth);
    }

    Declarator(Btf btf, Names names, Bodies bodies) {
        this.btf = btf;
        this.names = names;
        this.bodies = bodies;
    }

    /** Appends the declaration without a semicolon; {@code name} may be empty. */
    void append(Text out, int typeId, String name, int depth) {
        Unprintable.checkDepth(btf, typeId, depth);
        String declarator = name;
        Set<String> qualifiers = new LinkedHashSet<>();
        int id = typeId;
        for (int steps = 0; steps < Btf.MAX_CHAIN; steps++) {
            int kind = btf.kind(id);
            switch (kind) {
                case BtfKind.CONST, BtfKind.VOLATILE, BtfKind.RESTRICT -> qualifiers.add(BtfKind.name(kind) + " ");
                case BtfKind.TYPE_TAG -> qualifiers.add(attribute(id) + " ");
                case BtfKind.PTR -> {
                    declarator = "*" + String.join("", qualifiers) + declarator;
                    qualifiers.clear();
                }
                case BtfKind.ARRAY -> declarator = grouped(declarator) + "[" + btf.arrayCount(id) + "]";
                case BtfKind.FUNC_PROTO -> {
                    qualifiers.clear();
                    declarator = grouped(declarator) + "(" + parameters(id, depth) + ")";
                }
                default -> {
                    out.append(String.join("", qualifiers));
                    base(out, id, depth);
                    out.append(declarator.isEmpty() ? "" : " " + declarator);
                    return;
                }
            }
            Unprintable.checkLength(btf, typeId, declarator.length());
            id = kind == BtfKind.ARRAY ? btf.arrayType(id) : btf.type(id);
        }
        throw Unprintable.type(btf, typeId, "at most " + Btf.MAX_CHAIN + " pointers, arrays and modifiers", "more");
    }

    private static String grouped(String declarator) {
        return declarator.startsWith("*") ? "(" + declarator + ")" : declarator;
    }

    /** With kflag the name is a whole attribute, such as {@code address_space(1)} (libbpf 1.6). */
    private String attribute(int id) {
        String tag = btf.name(id);
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) < ' ' || tag.charAt(i) > '~' || tag.charAt(i) == '"' || tag.charAt(i) == '\\') {
                throw Unprintable.type(btf, id, "a tag of plain characters", "'" + tag + "'");
            }
        }
        return "__attribute__((" + (btf.kflag(id) ? tag : "btf_type_tag(\"" + tag + "\")") + "))";
    }

    private String parameters(int id, int depth) {
        int count = btf.vlen(id);
        if (count == 0) {
            return "void";
        }
        Text list = new Text(btf);
        list.about(id);
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ", ");
            int name = btf.parameterNameOffset(id, i);
            if (i == count - 1 && btf.parameterType(id, i) == 0 && btf.isEmptyString(name)) {
                list.append(i == 0 ? "" : "...");
            } else {
                String text = btf.isEmptyString(name) ? "" : names.identifier(id, btf.string(name));
                append(list, btf.parameterType(id, i), text, depth + 1);
            }
        }
        return list.toString();
    }

    private void base(Text out, int id, int depth) {
        boolean named = btf.nameOffset(id) != 0;
        switch (btf.kind(id)) {
            case BtfKind.UNKN -> out.append("void");
            case BtfKind.INT, BtfKind.FLOAT ->
                out.append(BaseType.isKnown(btf, id) ? btf.name(id) : names.ordinary(id));
            case BtfKind.TYPEDEF -> out.append(names.ordinary(id));
            case BtfKind.FWD -> out.append(names.tag(id));
            case BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.ENUM64 -> {
                if (named) {
                    out.append(names.tag(id));
                } else {
                    bodies.body(out, id, depth + 1);
                }
            }
            default -> throw Unprintable.type(btf, id, "a type values can have", BtfKind.name(btf.kind(id)));
        }
    }
}
