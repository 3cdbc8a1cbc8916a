package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.Arrays;

/**
 * Alignment, which BTF does not record and which is therefore derived from what it does record (as libbpf's
 * {@code btf__align_of} and {@code btf_is_struct_packed} do): a struct is packed when a member does not stand where an
 * unpacked one would, or when its size is no multiple of its largest alignment. All other holes are padding.
 */
final class Layout {
    private static final int LARGEST_SCALAR = 16;
    private static final byte UNKNOWN = 0;
    private static final byte IN_WORK = -1;

    private final Btf btf;
    /** Bytes by type id of structs and unions; their alignment is at most 16. */
    private byte[] known;

    Layout(Btf btf) {
        this.btf = btf;
        this.known = new byte[btf.typeCount()];
    }

    /** Bytes; 1 for what has no size. */
    int alignment(int id) {
        return alignment(id, 0);
    }

    private int alignment(int typeId, int depth) {
        int id = typeId;
        for (int steps = 0; steps < Btf.MAX_CHAIN; steps++) {
            switch (btf.kind(id)) {
                case BtfKind.TYPEDEF, BtfKind.CONST, BtfKind.VOLATILE, BtfKind.RESTRICT, BtfKind.TYPE_TAG ->
                    id = btf.type(id);
                case BtfKind.ARRAY -> id = btf.arrayType(id);
                case BtfKind.STRUCT, BtfKind.UNION -> {
                    return composite(id, depth);
                }
                case BtfKind.PTR -> {
                    return btf.pointerSize();
                }
                case BtfKind.INT, BtfKind.FLOAT, BtfKind.ENUM, BtfKind.ENUM64 -> {
                    return scalar(btf.size(id));
                }
                default -> {
                    return 1;
                }
            }
        }
        throw Unprintable.type(btf, typeId, "at most " + Btf.MAX_CHAIN + " arrays, typedefs and modifiers", "more");
    }

    /** A power of two; on 32-bit machines libbpf takes nothing to be aligned wider than a pointer. */
    private int scalar(long size) {
        long most = btf.pointerSize() == 8 ? LARGEST_SCALAR : btf.pointerSize();
        return (int) Long.highestOneBit(Math.clamp(size, 1, most));
    }

    private int composite(int id, int depth) {
        Unprintable.checkDepth(btf, id, depth);
        if (id >= known.length) {
            known = Arrays.copyOf(known, Math.max(btf.typeCount(), 2 * known.length)); // supplied since
        }
        byte before = known[id];
        if (before == IN_WORK) {
            throw Unprintable.type(btf, id, "a type of finite size", "one that contains itself");
        }
        if (before != UNKNOWN) {
            return before;
        }
        known[id] = IN_WORK;
        int measured = measure(id, depth);
        known[id] = (byte) measured;
        return measured;
    }

    private int measure(int id, int depth) {
        int largest = 1;
        boolean packed = false;
        for (int i = 0; i < btf.vlen(id); i++) {
            int alignment = alignment(btf.memberType(id, i), depth + 1);
            largest = Math.max(largest, alignment);
            packed |= isMisplaced(id, i, alignment);
        }
        return packed || btf.size(id) % largest != 0 ? 1 : largest;
    }

    private boolean isMisplaced(int id, int member, int alignment) {
        long at = bitOffset(id, member);
        int bits = bitfieldSize(id, member);
        if (bits == 0) {
            return at % (8L * alignment) != 0;
        }
        long unit = 8 * Math.max(1, btf.resolveSize(btf.memberType(id, member)));
        return at / unit != (at + bits - 1) / unit;
    }

    /** Whether members stand where only {@code packed} puts them. */
    boolean isPacked(int id) {
        if (alignment(id) > 1) {
            return false;
        }
        for (int i = 0; i < btf.vlen(id); i++) {
            if (alignment(btf.memberType(id, i)) > 1) {
                return true;
            }
        }
        return false;
    }

    /** Where the member begins, in bits. */
    long bitOffset(int id, int member) {
        long at = Integer.toUnsignedLong(btf.memberBitOffset(id, member));
        int type = oldBitfield(id, member);
        return type == 0 ? at : at + btf.intOffset(type);
    }

    /** Bits; 0 for a member that is no bitfield. */
    int bitfieldSize(int id, int member) {
        int type = oldBitfield(id, member);
        return type == 0 ? btf.memberBitfieldSize(id, member) : btf.intBits(type);
    }

    /** Before kernel 5.0 a bitfield was a member whose int has fewer bits than its bytes hold: that int, or 0. */
    private int oldBitfield(int id, int member) {
        if (btf.kflag(id)) {
            return 0;
        }
        int type = btf.skipModifiersAndTypedefs(btf.memberType(id, member));
        boolean partial = btf.kind(type) == BtfKind.INT
                && btf.intBits(type) > 0
                && (btf.intBits(type) != 8 * btf.size(type) || btf.intOffset(type) != 0);
        return partial ? type : 0;
    }
}
