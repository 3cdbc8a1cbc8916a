package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.Compatibility;

/** Says what keeps a kernel's variable or function from being the one an object declares. */
final class Difference {
    private static final int MOST_STEPS = 32;

    private final Btf local;
    private final Btf target;

    Difference(Btf local, Btf target) {
        this.local = local;
        this.target = target;
    }

    /** Between two VARs. */
    String variables(int localId, int targetId) {
        return "it is " + between(local.type(localId), target.type(targetId));
    }

    /** Between two prototypes. */
    String prototypes(int localId, int targetId) {
        if (local.kind(localId) != BtfKind.FUNC_PROTO || target.kind(targetId) != BtfKind.FUNC_PROTO) {
            return "its prototype is not known";
        }
        int count = target.vlen(targetId);
        if (count != local.vlen(localId)) {
            return "it has " + count + (count == 1 ? " parameter" : " parameters") + ", not " + local.vlen(localId);
        }
        for (int i = 0; i < count; i++) {
            int wanted = local.parameterType(localId, i);
            int given = target.parameterType(targetId, i);
            if (differ(wanted, given)) {
                return "its parameter " + (i + 1) + " is " + between(wanted, given);
            }
        }
        return differ(local.type(localId), target.type(targetId))
                ? "it returns " + between(local.type(localId), target.type(targetId))
                : "its prototype is too deep to compare";
    }

    private boolean differ(int localId, int targetId) {
        return Compatibility.types(
                        local,
                        local.skipModifiersAndTypedefs(localId),
                        target,
                        target.skipModifiersAndTypedefs(targetId))
                <= 0;
    }

    /** The kernel's type, then the object's, or why the two differ in spite of one spelling. */
    private String between(int localId, int targetId) {
        String wanted = TypeText.of(local, localId);
        String given = TypeText.of(target, targetId);
        if (!wanted.equals(given)) {
            return given + ", not " + wanted;
        }
        boolean forward = isForward(local, localId);
        if (forward != isForward(target, targetId)) {
            return given + (forward ? ", which the object only declares" : ", which it only declares");
        }
        return given + ", which is another type in the object";
    }

    /** Whether what pointers lead to is no more than declared. */
    private static boolean isForward(Btf btf, int typeId) {
        int id = btf.skipModifiersAndTypedefs(typeId);
        for (int steps = 0; steps < MOST_STEPS && btf.kind(id) == BtfKind.PTR; steps++) {
            id = btf.skipModifiersAndTypedefs(btf.type(id));
        }
        return btf.kind(id) == BtfKind.FWD;
    }
}
