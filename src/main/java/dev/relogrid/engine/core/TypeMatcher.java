package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.Errno;

/**
 * The stricter comparison behind {@code type_matches} ({@code __bpf_core_types_match}). After typedefs and modifiers:
 *
 * <ul>
 *   <li>names are compared without flavours at every level, those of ints included. So {@code long long} of clang does
 *       not match {@code long long int} of gcc, nor does clang's signed {@code char} match gcc's: do not normalise;
 *   <li>ints by size and sign; arrays by count and element; prototypes by number, parameters and return type;
 *   <li>enums by size and by name, every local enumerator must be in the target, values mean nothing;
 *   <li>structs and unions: every local member must be in the target under its name, and match;
 *   <li>behind a pointer struct, union and forward declaration only by name and by which of the two they are.
 * </ul>
 *
 * Answers are 1, 0 or a negative {@link Errno}; 32 levels of members or 32 steps without one are too deep.
 */
final class TypeMatcher {
    private static final int MAX_LEVEL = 32;

    private final Btf local;
    private final Btf target;
    private final Effort effort;

    TypeMatcher(Btf local, Btf target, Effort effort) {
        this.local = local;
        this.target = target;
        this.effort = effort;
    }

    int match(int localId, int targetId) {
        return match(localId, targetId, false, MAX_LEVEL);
    }

    private int match(int localRoot, int targetRoot, boolean pointedTo, int level) {
        if (level <= 0) {
            return -Errno.EINVAL;
        }
        boolean behindPointer = pointedTo;
        int localId = localRoot;
        int targetId = targetRoot;
        for (int depth = 0; depth < MAX_LEVEL; depth++) {
            if (!effort.step()) {
                return -Errno.E2BIG;
            }
            localId = local.skipModifiersAndTypedefs(localId);
            targetId = target.skipModifiersAndTypedefs(targetId);
            if (!namesMatch(local.nameOffset(localId), target.nameOffset(targetId))) {
                return 0;
            }
            int kind = local.kind(localId);
            if (kind != BtfKind.PTR && kind != BtfKind.ARRAY && kind != BtfKind.FUNC_PROTO) {
                return leaf(localId, targetId, behindPointer, level);
            }
            if (kind != target.kind(targetId)) {
                return 0;
            }
            if (kind == BtfKind.ARRAY) {
                if (local.arrayCount(localId) != target.arrayCount(targetId)) {
                    return 0;
                }
                localId = local.arrayType(localId);
                targetId = target.arrayType(targetId);
                continue;
            }
            if (kind == BtfKind.FUNC_PROTO) {
                int same = parameters(localId, targetId, behindPointer, level);
                if (same <= 0) {
                    return same;
                }
            } else {
                behindPointer = true;
            }
            localId = local.type(localId);
            targetId = target.type(targetId);
        }
        return -Errno.EINVAL;
    }

    private int parameters(int localId, int targetId, boolean behindPointer, int level) {
        int count = local.vlen(localId);
        if (count != target.vlen(targetId)) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            int same =
                    match(local.parameterType(localId, i), target.parameterType(targetId, i), behindPointer, level - 1);
            if (same <= 0) {
                return same;
            }
        }
        return 1;
    }

    private int leaf(int localId, int targetId, boolean behindPointer, int level) {
        int kind = local.kind(localId);
        int targetKind = target.kind(targetId);
        return switch (kind) {
            case BtfKind.UNKN -> kind == targetKind ? 1 : 0;
            case BtfKind.FWD -> forward(localId, targetId, behindPointer) ? 1 : 0;
            case BtfKind.ENUM, BtfKind.ENUM64 -> BtfKind.isAnyEnum(targetKind) && enumsMatch(localId, targetId) ? 1 : 0;
            case BtfKind.STRUCT, BtfKind.UNION -> composite(localId, targetId, behindPointer, level);
            case BtfKind.INT -> kind == targetKind && intsMatch(localId, targetId) ? 1 : 0;
            default -> 0;
        };
    }

    private boolean forward(int localId, int targetId, boolean behindPointer) {
        boolean union = local.kflag(localId);
        int targetKind = target.kind(targetId);
        if (targetKind == BtfKind.FWD) {
            return union == target.kflag(targetId);
        }
        return behindPointer && targetKind == (union ? BtfKind.UNION : BtfKind.STRUCT);
    }

    private int composite(int localId, int targetId, boolean behindPointer, int level) {
        int kind = local.kind(localId);
        int targetKind = target.kind(targetId);
        if (!behindPointer) {
            return kind == targetKind ? membersMatch(localId, targetId, level) : 0;
        }
        if (kind == targetKind) {
            return 1;
        }
        return targetKind == BtfKind.FWD && (kind == BtfKind.UNION) == target.kflag(targetId) ? 1 : 0;
    }

    private boolean intsMatch(int localId, int targetId) {
        return local.size(localId) == target.size(targetId)
                && (local.intEncoding(localId) & 1) == (target.intEncoding(targetId) & 1);
    }

    private boolean enumsMatch(int localId, int targetId) {
        int count = local.vlen(localId);
        int targetCount = target.vlen(targetId);
        if (local.size(localId) != target.size(targetId) || count > targetCount) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int name = local.enumeratorNameOffset(localId, i);
            int j = 0;
            while (j < targetCount && !namesMatch(name, target.enumeratorNameOffset(targetId, j))) {
                j++;
                if (!effort.step()) {
                    return false;
                }
            }
            if (j == targetCount) {
                return false;
            }
        }
        return true;
    }

    private int membersMatch(int localId, int targetId, int level) {
        int count = local.vlen(localId);
        if (count > target.vlen(targetId)) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            int same = memberMatches(localId, i, targetId, level);
            if (same <= 0) {
                return same;
            }
        }
        return 1;
    }

    private int memberMatches(int localId, int i, int targetId, int level) {
        int targetCount = target.vlen(targetId);
        for (int j = 0; j < targetCount; j++) {
            if (!effort.step()) {
                return -Errno.E2BIG;
            }
            if (!namesMatch(local.memberNameOffset(localId, i), target.memberNameOffset(targetId, j))) {
                continue;
            }
            int same = match(local.memberType(localId, i), target.memberType(targetId, j), false, level - 1);
            if (same != 0) {
                return same;
            }
        }
        return 0;
    }

    private boolean namesMatch(int name, int targetName) {
        if (target.isEmptyString(targetName)) {
            return local.isEmptyString(name);
        }
        return target.essentialEquals(targetName, local, name);
    }
}
