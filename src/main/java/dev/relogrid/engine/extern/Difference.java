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

    /**
     * The kernel's type, and then the object's. Where one only declares what the other defines, which is the usual
     * difference, the kernel is not asked for more than that: its larger structs are of many versions.
     */
    private String between(int localRoot, int targetRoot) {
        int localId = local.skipModifiersAndTypedefs(localRoot);
        int targetId = target.skipModifiersAndTypedefs(targetRoot);
        boolean pointer = false;
        for (int steps = 0; steps < MOST_STEPS && isPointer(localId, targetId); steps++) {
            pointer = true;
            localId = local.skipModifiersAndTypedefs(local.type(localId));
            targetId = target.skipModifiersAndTypedefs(target.type(targetId));
        }
        int kind = local.kind(localId);
        int targetKind = target.kind(targetId);
        String to = pointer ? "a pointer to " : "";
        if (kind == BtfKind.FWD && BtfKind.isComposite(targetKind)) {
            String name = TypeText.of(local, localId);
            return to + "a " + BtfKind.name(targetKind) + ", where the object only declares " + name;
        }
        if (targetKind == BtfKind.FWD && BtfKind.isComposite(kind)) {
            return to + "what the kernel only declares, not " + TypeText.of(local, localRoot);
        }
        String wanted = TypeText.of(local, localRoot);
        String given = TypeText.of(target, targetRoot);
        return given + (wanted.equals(given) ? ", which is another type in the object" : ", not " + wanted);
    }

    private boolean isPointer(int localId, int targetId) {
        return local.kind(localId) == BtfKind.PTR && target.kind(targetId) == BtfKind.PTR;
    }
}
