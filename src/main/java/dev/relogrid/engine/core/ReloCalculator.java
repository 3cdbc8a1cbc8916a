package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.Errno;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * From an access to the number an instruction gets ({@code bpf_core_calc_relo} and its three helpers). One instance
 * works out one side of one relocation; {@link #combine} puts local and target side together.
 *
 * <ul>
 *   <li>field_exists and enumval_exists are 1 or 0; any other field kind, and enumval_value, without a target poison
 *       the instruction; type kinds without a target are 0 and never poison;
 *   <li>a bitfield is read with the smallest aligned load of at least its declared type's size that covers it; more
 *       than 8 bytes is an error that fails the object;
 *   <li>size, sign and shift of an array element: only byte offset and byte size can be asked, the rest is an error;
 *   <li>the value the instruction must already hold is not checked for offset, size and left shift of a bitfield, nor
 *       for type ids.
 * </ul>
 */
final class ReloCalculator {
    private final AccessSpec spec;
    private final Btf btf;

    long value;
    boolean validate = true;
    long fieldSize;
    int fieldTypeId;

    private ReloCalculator(AccessSpec spec) {
        this.spec = spec;
        this.btf = spec.btf;
    }

    /**
     * The value for one candidate's spec, or for none; {@code errno} is 0 or what the object fails with.
     */
    static Outcome combine(AccessSpec local, @Nullable AccessSpec target) {
        if (local.kind == ReloKind.TYPE_ID_LOCAL) {
            long id = Integer.toUnsignedLong(local.rootTypeId);
            return new Outcome(0, new ReloValue(id, id, false, false, ReloValue.MemorySize.NONE));
        }
        ReloCalculator original = new ReloCalculator(local);
        int rc = original.calculate();
        if (rc < 0) {
            return new Outcome(-rc, null);
        }
        if (target == null) {
            boolean poison = local.kind.isFieldBased() && local.kind != ReloKind.FIELD_EXISTS
                    || local.kind == ReloKind.ENUMVAL_VALUE;
            ReloValue.MemorySize memory = new ReloValue.MemorySize((int) original.fieldSize, 0, false);
            return new Outcome(0, new ReloValue(original.value, 0, poison, original.validate, memory));
        }
        ReloCalculator wanted = new ReloCalculator(target);
        rc = wanted.calculate();
        if (rc < 0) {
            return new Outcome(-rc, null);
        }
        ReloValue.MemorySize memory = new ReloValue.MemorySize(
                (int) original.fieldSize, (int) wanted.fieldSize, cannotAdjust(original, wanted));
        return new Outcome(0, new ReloValue(original.value, wanted.value, false, original.validate, memory));
    }

    record Outcome(int errno, @Nullable ReloValue value) {}

    /**
     * A load or store may change its size between two pointers, and between two ints neither of which is encoded as
     * exactly {@code BTF_INT_SIGNED}: only then does zero extension keep the value.
     */
    private static boolean cannotAdjust(ReloCalculator from, ReloCalculator to) {
        if ((int) from.fieldSize == (int) to.fieldSize) {
            return false;
        }
        int kind = from.btf.kind(from.fieldTypeId);
        int other = to.btf.kind(to.fieldTypeId);
        if (kind == BtfKind.PTR && other == BtfKind.PTR) {
            return false;
        }
        boolean zeroExtends = kind == BtfKind.INT
                && other == BtfKind.INT
                && from.btf.intEncoding(from.fieldTypeId) != 1
                && to.btf.intEncoding(to.fieldTypeId) != 1;
        return !zeroExtends;
    }

    private int calculate() {
        ReloKind kind = spec.kind;
        if (kind.isFieldBased()) {
            return field();
        }
        return kind.isTypeBased() ? type() : enumerator();
    }

    private int type() {
        switch (spec.kind) {
            case TYPE_ID_TARGET -> {
                value = Integer.toUnsignedLong(spec.rootTypeId);
                validate = false;
            }
            case TYPE_SIZE -> {
                value = btf.resolveSize(spec.rootTypeId);
                return value < 0 ? -Errno.EINVAL : 0;
            }
            default -> value = 1;
        }
        return 0;
    }

    private int enumerator() {
        value = spec.kind == ReloKind.ENUMVAL_EXISTS
                ? 1
                : btf.enumeratorValue(spec.accessorType(0), spec.accessorIndex(0));
        return 0;
    }

    private int field() {
        if (spec.kind == ReloKind.FIELD_EXISTS) {
            value = 1;
            return 0;
        }
        int last = spec.length() - 1;
        return spec.isNamed(last) ? member(spec.accessorType(last), spec.accessorIndex(last)) : element(last);
    }

    private int element(int last) {
        int typeId = spec.accessorType(last);
        switch (spec.kind) {
            case FIELD_BYTE_OFFSET -> {
                value = Integer.toUnsignedLong(spec.bitOffset) / 8;
                return rememberSize(typeId);
            }
            case FIELD_BYTE_SIZE -> {
                value = btf.resolveSize(typeId);
                return value < 0 ? -Errno.EINVAL : 0;
            }
            default -> {
                return -Errno.EINVAL;
            }
        }
    }

    /** Since libbpf 1.6 the size that counts is that of the innermost element. */
    private int rememberSize(int typeId) {
        int element = btf.skipModifiersAndTypedefs(typeId);
        for (int i = 0; i < Btf.MAX_CHAIN && btf.kind(element) == BtfKind.ARRAY; i++) {
            element = btf.skipModifiersAndTypedefs(btf.arrayType(element));
        }
        fieldSize = btf.resolveSize(element);
        fieldTypeId = typeId;
        return fieldSize < 0 ? -Errno.EINVAL : 0;
    }

    private int member(int structId, int index) {
        int typeId = btf.skipModifiersAndTypedefs(btf.memberType(structId, index));
        int bitOffset = spec.bitOffset;
        int bitSize = btf.memberBitfieldSize(structId, index);
        boolean bitfield = bitSize > 0;
        long byteSize;
        long byteOffset;
        if (bitfield) {
            byteSize = btf.size(typeId);
            byteOffset = storage(bitOffset, byteSize);
            while (byteOffset >= 0
                    && Integer.compareUnsigned(bitOffset + bitSize - (int) byteOffset * 8, (int) byteSize * 8) > 0) {
                if (byteSize >= 8) {
                    return -Errno.E2BIG;
                }
                byteSize *= 2;
                byteOffset = storage(bitOffset, byteSize);
            }
            if (byteOffset < 0) {
                return -Errno.EINVAL;
            }
        } else {
            byteSize = btf.resolveSize(typeId);
            if (byteSize < 0) {
                return -Errno.EINVAL;
            }
            byteOffset = Integer.toUnsignedLong(bitOffset) / 8;
            bitSize = (int) byteSize * 8;
        }
        validate = !bitfield;
        return memberValue(typeId, new Storage(byteOffset, byteSize, bitOffset, bitSize), bitfield);
    }

    private record Storage(long byteOffset, long byteSize, int bitOffset, int bitSize) {}

    /** Start of the aligned unit that the first bit is in; -1 for a type of no size, which libbpf would divide by. */
    private static long storage(int bitOffset, long byteSize) {
        return byteSize == 0 ? -1 : Integer.toUnsignedLong(bitOffset) / 8 / byteSize * byteSize;
    }

    private int memberValue(int typeId, Storage at, boolean bitfield) {
        switch (spec.kind) {
            case FIELD_BYTE_OFFSET -> {
                value = at.byteOffset;
                return bitfield ? 0 : rememberSize(typeId);
            }
            case FIELD_BYTE_SIZE -> value = at.byteSize;
            case FIELD_SIGNED -> {
                value = isSigned(typeId) ? 1 : 0;
                validate = true;
            }
            case FIELD_LSHIFT_U64 -> {
                int within = at.bitOffset - (int) at.byteOffset * 8;
                int shift = btf.order() == ByteOrder.LITTLE_ENDIAN
                        ? 64 - (within + at.bitSize)
                        : (8 - (int) at.byteSize) * 8 + within;
                value = Integer.toUnsignedLong(shift);
            }
            case FIELD_RSHIFT_U64 -> {
                value = Integer.toUnsignedLong(64 - at.bitSize);
                validate = true;
            }
            default -> {
                return -Errno.EOPNOTSUPP;
            }
        }
        return 0;
    }

    private boolean isSigned(int typeId) {
        int kind = btf.kind(typeId);
        return BtfKind.isAnyEnum(kind) && btf.kflag(typeId)
                || kind == BtfKind.INT && (btf.intEncoding(typeId) & 1) != 0;
    }
}
