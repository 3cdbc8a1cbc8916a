package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;

/**
 * The order in which C wants types: what a struct contains must be complete before it, what it only points to must have
 * been mentioned. A typedef and an enum must be defined in either case; types without a name are written out where they
 * are used, so what they need comes before their user.
 */
final class Dependencies {
    private static final byte MENTIONED = 1;
    private static final byte COMPLETE = 2;
    private static final byte IN_WORK = 4;
    private static final byte DEFINED = 8;
    private static final byte INLINED = 16;

    /** Gets each type when all it needs has gone before; each forward declaration and definition once. */
    interface Sink {
        /** A struct or union that must be known by name. */
        void forward(int id);

        void define(int id);
    }

    private final Btf btf;
    private final Sink sink;
    private final byte[] state;

    Dependencies(Btf btf, Sink sink) {
        this.btf = btf;
        this.sink = sink;
        this.state = new byte[btf.typeCount()];
    }

    /** Brings the type and all it needs. */
    void bring(int id) {
        need(id, true, 0);
    }

    private boolean has(int id, int flag) {
        return (state[id] & flag) != 0;
    }

    private void need(int id, boolean complete, int depth) {
        if (id == 0 || has(id, complete ? COMPLETE : MENTIONED | COMPLETE) && !has(id, IN_WORK)) {
            return;
        }
        Unprintable.checkDepth(btf, id, depth);
        boolean inWork = has(id, IN_WORK);
        switch (btf.kind(id)) {
            case BtfKind.STRUCT, BtfKind.UNION -> composite(id, complete, depth);
            case BtfKind.FWD -> {
                if (!has(id, MENTIONED | COMPLETE)) {
                    sink.forward(id);
                }
            }
            case BtfKind.TYPEDEF -> typedef(id, complete, depth);
            case BtfKind.ENUM, BtfKind.ENUM64 -> {
                if (btf.nameOffset(id) != 0) {
                    define(id);
                }
            }
            case BtfKind.INT, BtfKind.FLOAT -> {
                if (!BaseType.isKnown(btf, id)) {
                    define(id);
                }
            }
            default -> {
                if (!inWork) {
                    state[id] |= IN_WORK;
                    reference(id, complete, depth);
                    state[id] &= ~IN_WORK;
                }
            }
        }
        state[id] |= complete ? COMPLETE : MENTIONED;
    }

    private void reference(int id, boolean complete, int depth) {
        switch (btf.kind(id)) {
            case BtfKind.PTR -> need(btf.type(id), false, depth + 1);
            case BtfKind.ARRAY -> need(btf.arrayType(id), true, depth + 1);
            case BtfKind.CONST, BtfKind.VOLATILE, BtfKind.RESTRICT, BtfKind.TYPE_TAG ->
                need(btf.type(id), complete, depth + 1);
            case BtfKind.FUNC_PROTO -> {
                need(btf.type(id), false, depth + 1);
                for (int i = 0; i < btf.vlen(id); i++) {
                    need(btf.parameterType(id, i), false, depth + 1);
                }
            }
            case BtfKind.FUNC, BtfKind.VAR -> {
                need(btf.type(id), false, depth + 1);
                define(id);
            }
            default -> throw Unprintable.type(btf, id, "a type, function or variable", BtfKind.name(btf.kind(id)));
        }
    }

    private void composite(int id, boolean complete, int depth) {
        boolean named = btf.nameOffset(id) != 0;
        if (named && !complete) {
            if (!has(id, MENTIONED | DEFINED)) {
                sink.forward(id);
            }
            return;
        }
        if (has(id, IN_WORK)) {
            throw Unprintable.type(btf, id, "a type of finite size", "one that contains itself");
        }
        state[id] |= IN_WORK;
        members(id, depth);
        state[id] &= ~IN_WORK;
        if (named) {
            define(id);
        }
    }

    private void define(int id) {
        if (!has(id, DEFINED)) {
            state[id] |= DEFINED;
            sink.define(id);
        }
    }

    /** An unnamed member of a named type (-fms-extensions) is written out too, so its members are needed, not it. */
    private void members(int id, int depth) {
        Unprintable.checkDepth(btf, id, depth);
        for (int i = 0; i < btf.vlen(id); i++) {
            int type = btf.memberType(id, i);
            boolean inlined = btf.memberNameOffset(id, i) == 0
                    && BtfKind.isComposite(btf.kind(type))
                    && btf.nameOffset(type) != 0;
            if (!inlined) {
                need(type, true, depth + 1);
            } else if (!has(type, INLINED)) {
                state[type] |= INLINED;
                members(type, depth + 1);
            }
        }
    }

    private void typedef(int id, boolean complete, int depth) {
        if (has(id, IN_WORK)) {
            throw Unprintable.type(btf, id, "a typedef that stands before its use", "one that needs itself");
        }
        if (!has(id, DEFINED)) {
            state[id] |= IN_WORK;
            need(btf.type(id), false, depth + 1);
            state[id] &= ~IN_WORK;
            define(id);
        }
        if (complete) {
            need(btf.type(id), true, depth + 1);
        }
    }
}
