package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.Errno;

/**
 * Whether a local and a target type may stand for each other. Answers are 1 (yes), 0 (no) or a negative {@link Errno}
 * that fails the whole object.
 */
public final class Compatibility {
    private static final int MAX_DEPTH = 32;

    private final Btf local;
    private final Btf target;
    private final Effort effort;

    Compatibility(Btf local, Btf target, Effort effort) {
        this.local = local;
        this.target = target;
        this.effort = effort;
    }

    /** {@link #typesAreCompat} on its own, for externs and kfuncs. */
    public static int types(Btf local, int localId, Btf target, int targetId) {
        return new Compatibility(local, target, new Effort()).typesAreCompat(localId, targetId, MAX_DEPTH);
    }

    /** {@link #fieldsAreCompat} on its own: whether a member may be read as if it were the local one. */
    public static boolean fields(Btf local, int localField, Btf target, int targetField) {
        return new Compatibility(local, target, new Effort()).fieldsAreCompat(localField, targetField) > 0;
    }

    /**
     * For the type of a named member, at every step of an access ({@code bpf_core_fields_are_compat}), after typedefs
     * and modifiers:
     *
     * <ul>
     *   <li>structs and unions mix freely, whatever is in them; pointers with pointers, floats with floats;
     *   <li>ints of any size and sign, except bit-offset ints of old BTF;
     *   <li>enums and enum64s whose essential names are equal, or where one has none; likewise forward declarations;
     *   <li>arrays by their elements, counts ignored;
     *   <li>nothing else: not enum with int, not pointer with long, not forward declaration with struct.
     * </ul>
     */
    int fieldsAreCompat(int localField, int targetField) {
        int localId = localField;
        int targetId = targetField;
        for (int depth = 0; depth < Btf.MAX_CHAIN; depth++) {
            localId = local.skipModifiersAndTypedefs(localId);
            targetId = target.skipModifiersAndTypedefs(targetId);
            int kind = local.kind(localId);
            int targetKind = target.kind(targetId);
            if (BtfKind.isComposite(kind) && BtfKind.isComposite(targetKind)) {
                return 1;
            }
            if (!BtfKind.coreCompatible(kind, targetKind)) {
                return 0;
            }
            switch (kind) {
                case BtfKind.PTR, BtfKind.FLOAT -> {
                    return 1;
                }
                case BtfKind.FWD, BtfKind.ENUM, BtfKind.ENUM64 -> {
                    return sameNameOrNone(localId, targetId) ? 1 : 0;
                }
                case BtfKind.INT -> {
                    return plainInts(localId, targetId);
                }
                case BtfKind.ARRAY -> {
                    localId = local.arrayType(localId);
                    targetId = target.arrayType(targetId);
                }
                default -> {
                    return 0;
                }
            }
        }
        return -Errno.EINVAL;
    }

    private boolean sameNameOrNone(int localId, int targetId) {
        int name = local.nameOffset(localId);
        int targetName = target.nameOffset(targetId);
        return local.isEmptyString(name)
                || target.isEmptyString(targetName)
                || target.essentialEquals(targetName, local, name);
    }

    private int plainInts(int localId, int targetId) {
        return local.intOffset(localId) == 0 && target.intOffset(targetId) == 0 ? 1 : 0;
    }

    /**
     * For type-based relocations, typed ksyms and kfuncs ({@code __bpf_core_types_are_compat}); the caller has seen to
     * the names at the root, below it names mean nothing:
     *
     * <ul>
     *   <li>the kind must be the same at every level (enum and enum64 are one), so a pointer to a forward declaration
     *       is not compatible with a pointer to the struct;
     *   <li>structs, unions, enums and forward declarations need no more than that;
     *   <li>ints as for fields; pointers and arrays by what they lead to, counts ignored;
     *   <li>function prototypes by the number of parameters, each parameter and the return type.
     * </ul>
     */
    int typesAreCompat(int localRoot, int targetRoot, int level) {
        int localId = localRoot;
        int targetId = targetRoot;
        if (!BtfKind.coreCompatible(local.kind(localId), target.kind(targetId))) {
            return 0;
        }
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (!effort.step()) {
                return -Errno.E2BIG;
            }
            localId = local.skipModifiersAndTypedefs(localId);
            targetId = target.skipModifiersAndTypedefs(targetId);
            int kind = local.kind(localId);
            if (!BtfKind.coreCompatible(kind, target.kind(targetId))) {
                return 0;
            }
            switch (kind) {
                case BtfKind.UNKN, BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.FWD, BtfKind.ENUM64 -> {
                    return 1;
                }
                case BtfKind.INT -> {
                    return plainInts(localId, targetId);
                }
                case BtfKind.PTR -> {
                    localId = local.type(localId);
                    targetId = target.type(targetId);
                }
                case BtfKind.ARRAY -> {
                    localId = local.arrayType(localId);
                    targetId = target.arrayType(targetId);
                }
                case BtfKind.FUNC_PROTO -> {
                    int same = parametersAreCompat(localId, targetId, level);
                    if (same <= 0) {
                        return same;
                    }
                    localId = local.skipModifiersAndTypedefs(local.type(localId));
                    targetId = target.skipModifiersAndTypedefs(target.type(targetId));
                }
                default -> {
                    return 0;
                }
            }
        }
        return -Errno.EINVAL;
    }

    private int parametersAreCompat(int localId, int targetId, int level) {
        int count = local.vlen(localId);
        if (count != target.vlen(targetId)) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            if (level <= 0) {
                return -Errno.EINVAL;
            }
            int localType = local.skipModifiersAndTypedefs(local.parameterType(localId, i));
            int targetType = target.skipModifiersAndTypedefs(target.parameterType(targetId, i));
            int same = typesAreCompat(localType, targetType, level - 1);
            if (same <= 0) {
                return same;
            }
        }
        return 1;
    }
}
