package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import org.jspecify.annotations.Nullable;

/** The parameters of a kernel function, or of a tracepoint, as a program finds them in its context. */
final class Prototype {
    private static final int WORD = 8;
    private static final int DEPTH = 8;

    private final Btf types;
    private final int id;
    private final int first;

    private Prototype(Btf types, int id, int first) {
        this.types = types;
        this.id = id;
        this.first = first;
    }

    /**
     * Of a function, or of the typedef of a tracepoint, whose handlers have one parameter more in front; null where the
     * types are not as they are meant.
     */
    static @Nullable Prototype of(Btf types, int function) {
        boolean tracepoint = types.kind(function) == BtfKind.TYPEDEF;
        int pointer = tracepoint ? types.skipModifiersAndTypedefs(function) : 0;
        if (tracepoint && types.kind(pointer) != BtfKind.PTR) {
            return null;
        }
        int prototype = types.skipModifiersAndTypedefs(types.type(tracepoint ? pointer : function));
        boolean usable = types.kind(prototype) == BtfKind.FUNC_PROTO && (!tracepoint || types.vlen(prototype) > 0);
        return usable ? new Prototype(types, prototype, tracepoint ? 1 : 0) : null;
    }

    int count() {
        return types.vlen(id) - first;
    }

    boolean returnsSomething() {
        return types.skipModifiersAndTypedefs(types.type(id)) != 0;
    }

    /** The type of a parameter, without modifiers and typedefs; 0 for the dots at the end. */
    private int parameter(int i) {
        return types.skipModifiersAndTypedefs(types.parameterType(id, first + i));
    }

    /** Words of the context that a parameter takes: more than one only structs do. */
    private int words(int i) {
        int type = parameter(i);
        return BtfKind.isComposite(types.kind(type)) ? (int) Math.min((types.size(type) + WORD - 1) / WORD, WORD) : 1;
    }

    boolean hasStructs() {
        boolean found = false;
        for (int i = 0; i < count(); i++) {
            found |= BtfKind.isComposite(types.kind(parameter(i)));
        }
        return found;
    }

    /** The parameter that a word of the context belongs to; {@link #count} for the one behind them all, -1 beyond. */
    int at(int word) {
        int end = 0;
        for (int i = 0; i < count(); i++) {
            end += words(i);
            if (word < end) {
                return i;
            }
        }
        return word == end ? count() : -1;
    }

    /**
     * What verifiers must know to let a program read a parameter at all ({@code btf_ctx_access}: "type PTR is not a
     * struct"); null when all do.
     */
    @Nullable
    Since readableSince(int i) {
        int type = parameter(i);
        if (types.kind(type) != BtfKind.PTR) {
            return null;
        }
        int pointee = types.skipModifiersAndTypedefs(types.type(type));
        if (pointee == 0) {
            return types.type(type) == 0 ? null : Since.CONST_VOID_POINTERS;
        }
        int kind = types.kind(pointee);
        return BtfKind.isComposite(kind) ? null : kind == BtfKind.INT ? Since.NUMBER_POINTERS : Since.ANY_POINTERS;
    }

    /** What a parameter points to, for people, as if there were many. */
    String pointees(int i) {
        int pointee = types.skipModifiersAndTypedefs(types.type(parameter(i)));
        return pointee == 0
                ? "const void"
                : switch (types.kind(pointee)) {
                    case BtfKind.INT -> "numbers";
                    case BtfKind.PTR -> "pointers";
                    case BtfKind.FUNC_PROTO -> "functions";
                    case BtfKind.FWD -> "structs whose members it does not know";
                    default -> "enums or arrays";
                };
    }

    /**
     * How a parameter differs from a pointer to a struct, a noun phrase; null when it does not, or may be meant: a struct
     * that begins with the other is often taken for it, and a pointer to anything, or a long, may be one to it.
     */
    @Nullable
    String otherThan(String struct, int i) {
        int type = parameter(i);
        if (types.kind(type) == BtfKind.PTR) {
            int pointee = types.skipModifiersAndTypedefs(types.type(type));
            String name = types.name(pointee);
            boolean other = isNamedStruct(pointee) && !name.equals(struct) && !isBeginning(name, struct);
            return other ? "a pointer to struct " + name : null;
        }
        boolean number = types.kind(type) == BtfKind.INT || BtfKind.isAnyEnum(types.kind(type));
        return number && types.size(type) < WORD ? "a number of " + types.size(type) + " bytes" : null;
    }

    private boolean isNamedStruct(int type) {
        int kind = types.kind(type);
        return (BtfKind.isComposite(kind) || kind == BtfKind.FWD) && types.nameOffset(type) != 0;
    }

    /** Whether one of the two begins with the other; also where one is not known, so that nothing can be said. */
    private boolean isBeginning(String one, String other) {
        int a = find(one);
        int b = find(other);
        return a == 0 || b == 0 || beginsWith(a, other, 0) || beginsWith(b, one, 0);
    }

    private int find(String struct) {
        Btf base = types.base();
        int found = base == null ? 0 : new Sought(BtfKind.STRUCT, struct).in(base);
        return found != 0 ? found : new Sought(BtfKind.STRUCT, struct).in(types);
    }

    private boolean beginsWith(int struct, String other, int depth) {
        for (int i = 0; i < types.vlen(struct) && depth < DEPTH; i++) {
            if (types.memberBitOffset(struct, i) == 0) {
                int member = types.skipModifiersAndTypedefs(types.memberType(struct, i));
                if (BtfKind.isComposite(types.kind(member))
                        && (types.name(member).equals(other) || beginsWith(member, other, depth + 1))) {
                    return true;
                }
            }
        }
        return false;
    }
}
