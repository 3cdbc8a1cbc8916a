package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.btf.Errno;

/**
 * Turns a relocation record into an access spec over the object's own types, checking every step on the way ({@code
 * bpf_core_parse_spec}):
 *
 * <ul>
 *   <li>type-based kinds take exactly the access string "0";
 *   <li>enumerator kinds take one index, below the number of enumerators;
 *   <li>field kinds take up to 64: the first is pointer arithmetic (index × size of the root type), the others are
 *       members of structs and unions or elements of arrays;
 *   <li>an index may be past the end of an array only when the array is flexible, see {@link #isFlexible}.
 * </ul>
 */
public final class SpecParser {
    private final Btf btf;
    private final AccessSpec spec;

    private SpecParser(Btf btf, AccessSpec spec) {
        this.btf = btf;
        this.spec = spec;
    }

    /** The spec, or why libbpf would refuse the object for this record. */
    public static LocalSpec parse(Btf btf, CoreRelo relo) {
        ReloKind kind = ReloKind.of(relo.kind());
        if (Integer.compareUnsigned(relo.typeId(), btf.typeCount()) >= 0) {
            return LocalSpec.refused(
                    Errno.EINVAL,
                    "its local type id " + Integer.toUnsignedString(relo.typeId()) + " is not below "
                            + btf.typeCount());
        }
        if (!btf.hasString(relo.accessOff())) {
            return LocalSpec.refused(Errno.EINVAL, "its access string lies outside the strings of .BTF");
        }
        String access = btf.string(relo.accessOff());
        if (kind == null) {
            return LocalSpec.refused(Errno.EINVAL, "its kind " + Integer.toUnsignedString(relo.kind()) + " is unknown");
        }
        AccessSpec spec = new AccessSpec(btf, kind, relo.typeId());
        int rc = new SpecParser(btf, spec).parse(access);
        return rc == 0
                ? LocalSpec.of(spec)
                : LocalSpec.refused(
                        Errno.EINVAL,
                        "its access string \"" + access + "\" does not fit ["
                                + relo.typeId() + "] " + BtfKind.name(btf.kind(relo.typeId())) + " "
                                + (btf.name(relo.typeId()).isEmpty() ? "<anon>" : btf.name(relo.typeId())));
    }

    private int parse(String access) {
        if (spec.kind.isTypeBased()) {
            return access.equals("0") ? 0 : -Errno.EINVAL;
        }
        int[] indices = AccessString.parse(access);
        if (indices == null || indices.length == 0) {
            return -Errno.EINVAL;
        }
        if (indices.length > AccessSpec.MAX_LENGTH) {
            return -Errno.E2BIG;
        }
        for (int index : indices) {
            spec.pushRaw(index);
        }
        int id = btf.skipModifiersAndTypedefs(spec.rootTypeId);
        if (spec.kind.isEnumvalBased()) {
            return enumerator(id, indices);
        }
        spec.pushElement(id, indices[0]);
        return fields(id, indices);
    }

    private int enumerator(int id, int[] indices) {
        if (!BtfKind.isAnyEnum(btf.kind(id)) || indices.length > 1 || indices[0] >= btf.vlen(id)) {
            return -Errno.EINVAL;
        }
        spec.push(id, indices[0], btf.enumeratorNameOffset(id, indices[0]));
        return 0;
    }

    private int fields(int rootId, int[] indices) {
        long size = btf.resolveSize(rootId);
        if (size < 0) {
            return (int) size;
        }
        spec.bitOffset = (int) (indices[0] * size * 8);
        int id = rootId;
        for (int i = 1; i < indices.length; i++) {
            id = btf.skipModifiersAndTypedefs(id);
            int kind = btf.kind(id);
            int next = BtfKind.isComposite(kind)
                    ? member(id, indices[i])
                    : kind == BtfKind.ARRAY ? element(id, indices[i]) : -Errno.EINVAL;
            if (next < 0) {
                return next;
            }
            id = next;
        }
        return 0;
    }

    private int member(int id, int index) {
        if (index >= btf.vlen(id)) {
            return -Errno.EINVAL;
        }
        spec.bitOffset += btf.memberBitOffset(id, index);
        int name = btf.memberNameOffset(id, index);
        if (name != 0) {
            if (btf.isEmptyString(name)) {
                return -Errno.EINVAL;
            }
            spec.push(id, index, name);
        }
        return btf.memberType(id, index);
    }

    private int element(int id, int index) {
        int elementId = btf.skipModifiersAndTypedefs(btf.arrayType(id));
        if (!isFlexible(spec, id) && Integer.toUnsignedLong(index) >= btf.arrayCount(id)) {
            return -Errno.EINVAL;
        }
        long size = btf.resolveSize(elementId);
        if (size < 0) {
            return (int) size;
        }
        spec.pushElement(elementId, index);
        spec.bitOffset += (int) (index * size * 8);
        return elementId;
    }

    /**
     * Whether the array is a flexible one ({@code is_flex_arr}): no elements, reached by a named member, and that
     * member the last of its struct.
     */
    static boolean isFlexible(AccessSpec before, int arrayId) {
        int last = before.length() - 1;
        return before.isNamed(last)
                && before.btf.arrayCount(arrayId) == 0
                && before.accessorIndex(last) == before.btf.vlen(before.accessorType(last)) - 1;
    }
}
