package dev.relogrid.engine.extern;

import java.util.Arrays;

/**
 * What the verifier of a kernel gets to see of an extern: the bytes of an option, which it folds as constants, or whether
 * a symbol has an address. Immutable; equal ones are the same to every program.
 */
public final class Known {
    /** The symbol or function is there. */
    public static final Known PRESENT = new Known(Kind.PRESENT, new byte[0], 0);
    /** It is not, and reads as a null pointer where the object is loaded at all. */
    public static final Known ABSENT = new Known(Kind.ABSENT, new byte[0], 0);
    /** Nothing can be said. */
    public static final Known UNKNOWN = new Known(Kind.UNKNOWN, new byte[0], 0);

    /** What is known. */
    public enum Kind {
        VALUE,
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    private final Kind kind;
    /** Up to the last that is not zero: an option may be declared far larger than any value it is given. */
    private final byte[] head;

    private final long size;

    private Known(Kind kind, byte[] head, long size) {
        this.kind = kind;
        this.head = head;
        this.size = size;
    }

    /**
     * An option's value.
     *
     * @param bytes as they stand in {@code .kconfig}, in the object's byte order
     * @param size bytes in all; zeros follow those given
     */
    static Known value(byte[] bytes, long size) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new Known(Kind.VALUE, Arrays.copyOf(bytes, end), size);
    }

    public Kind kind() {
        return kind;
    }

    /** Bytes of an option's value, 1 to 2^32 - 1; 0 for what is none. */
    public long size() {
        return size;
    }

    /**
     * One byte of an option's value, 0 to 255.
     *
     * @param at 0 to {@link #size} - 1
     */
    public int at(long at) {
        if (at < 0 || at >= size) {
            throw new IndexOutOfBoundsException("byte " + at + " of " + size);
        }
        return at < head.length ? head[(int) at] & 0xff : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Known known
                && kind == known.kind
                && size == known.size
                && Arrays.equals(head, known.head);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.ordinal() + Long.hashCode(size)) + Arrays.hashCode(head);
    }

    /** The word of its kind, or the value's bytes in hex without the zeros that end it. */
    @Override
    public String toString() {
        if (kind != Kind.VALUE) {
            return kind.name();
        }
        StringBuilder text = new StringBuilder("VALUE of " + size + " bytes:");
        for (byte b : head) {
            text.append(' ').append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return text.append(head.length == 0 ? " zeros" : "").toString();
    }
}
