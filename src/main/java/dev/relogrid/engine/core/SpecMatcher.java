package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.Errno;

/**
 * Looks for a local spec in one candidate type ({@code bpf_core_spec_match}, {@code bpf_core_match_member}).
 *
 * <ul>
 *   <li>a named step is searched depth-first among the candidate's members, in order, through <em>its own</em>
 *       anonymous members; local anonymous members have left no trace in the spec;
 *   <li>a member of the right name but an incompatible type ends the search among its siblings;
 *   <li>an element step needs an array, and an index below its count unless it is flexible; sizes are the target's;
 *   <li>an enumerator is searched by its name without flavour;
 *   <li>a path of more than 64 steps is an error that fails the object.
 * </ul>
 */
final class SpecMatcher {
    private final AccessSpec local;
    private final Effort effort;
    private final AccessSpec found;
    private final Compatibility compatibility;
    private final Btf target;
    private int next;
    private int reached;
    private boolean incompatible;

    SpecMatcher(AccessSpec local, Btf target, int targetId, Effort effort) {
        this.local = local;
        this.target = target;
        this.effort = effort;
        this.found = new AccessSpec(target, local.kind, targetId);
        this.compatibility = new Compatibility(local.btf, target, effort);
    }

    /** 1 for a match, 0 for none, or a negative {@link Errno}. */
    int match() {
        ReloKind kind = local.kind;
        if (kind == ReloKind.TYPE_MATCHES) {
            return new TypeMatcher(local.btf, target, effort).match(local.rootTypeId, found.rootTypeId);
        }
        if (kind.isTypeBased()) {
            return compatibility.typesAreCompat(local.rootTypeId, found.rootTypeId, 32);
        }
        return kind.isEnumvalBased() ? enumerator() : fields();
    }

    /** The target spec; whole only after a match. */
    AccessSpec found() {
        return found;
    }

    /** After no match: the local accessor that was not found. */
    int reached() {
        return reached;
    }

    /** After no match: whether a member of that name is there, with a type that is not compatible. */
    boolean incompatible() {
        return incompatible;
    }

    private int enumerator() {
        int id = target.skipModifiersAndTypedefs(found.rootTypeId);
        if (!BtfKind.isAnyEnum(target.kind(id))) {
            return 0;
        }
        int count = target.vlen(id);
        for (int i = 0; i < count; i++) {
            if (!effort.step()) {
                return -Errno.E2BIG;
            }
            int name = target.enumeratorNameOffset(id, i);
            if (target.essentialEquals(name, local.btf, local.accessorName(0))) {
                found.push(id, i, name);
                found.pushRaw(i);
                return 1;
            }
        }
        return 0;
    }

    private int fields() {
        next = found.rootTypeId;
        for (int i = 0; i < local.length(); i++) {
            reached = i;
            int id = target.skipModifiersAndTypedefs(next);
            int rc = local.isNamed(i) ? member(i, id) : element(i, id);
            if (rc <= 0) {
                return rc;
            }
        }
        return 1;
    }

    private int element(int i, int typeId) {
        int id = typeId;
        if (i > 0) {
            if (target.kind(id) != BtfKind.ARRAY) {
                incompatible = true;
                return 0;
            }
            if (!SpecParser.isFlexible(found, id)
                    && Integer.toUnsignedLong(local.accessorIndex(i)) >= target.arrayCount(id)) {
                return 0;
            }
            id = target.skipModifiersAndTypedefs(target.arrayType(id));
        }
        if (found.rawLength() == AccessSpec.MAX_LENGTH) {
            return -Errno.E2BIG;
        }
        int index = local.accessorIndex(i);
        found.pushElement(id, index);
        found.pushRaw(index);
        next = id;
        // libbpf keeps this size in an int
        int size = (int) target.resolveSize(id);
        if (size < 0) {
            return size;
        }
        found.bitOffset += index * size * 8;
        return 1;
    }

    private int member(int accessor, int typeId) {
        int id = target.skipModifiersAndTypedefs(typeId);
        if (!BtfKind.isComposite(target.kind(id))) {
            return 0;
        }
        int name = local.accessorName(accessor);
        int count = target.vlen(id);
        for (int i = 0; i < count; i++) {
            if (found.rawLength() == AccessSpec.MAX_LENGTH || !effort.step()) {
                return -Errno.E2BIG;
            }
            // taken for the right one until it turns out not to be; libbpf leaves the state like that
            // after a member of the right name with the wrong type, so this does too
            int bitOffset = target.memberBitOffset(id, i);
            found.bitOffset += bitOffset;
            found.pushRaw(i);
            int targetName = target.memberNameOffset(id, i);
            if (target.isEmptyString(targetName)) {
                int rc = member(accessor, target.memberType(id, i));
                if (rc != 0) {
                    return rc;
                }
            } else if (target.stringEquals(targetName, local.btf, name)) {
                return named(accessor, id, i);
            }
            found.bitOffset -= bitOffset;
            found.popRaw();
        }
        return 0;
    }

    private int named(int accessor, int id, int i) {
        found.push(id, i, target.memberNameOffset(id, i));
        next = target.memberType(id, i);
        int localMember = local.btf.memberType(local.accessorType(accessor), local.accessorIndex(accessor));
        int rc = compatibility.fieldsAreCompat(localMember, next);
        if (rc == 0) {
            found.pop();
            incompatible = true;
        }
        return rc;
    }
}
