package dev.relogrid.engine.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable range of bytes with a byte order and a name, read by offset. Every read outside the range ends in
 * {@link MalformedInput} naming the range. Offsets and lengths are bytes from the start of the range.
 *
 * <p>A heap {@code ByteBuffer} is inside: measured as fast as anything else once warm and the fastest in a JVM that
 * has just started, which is what a command line pays for.
 */
public final class Bytes {
    /**
     * Longest string that is read. Names of kernels and objects stay below 512 bytes; without a bound, many names that
     * point into one long string would cost time and memory out of all proportion to the input.
     */
    public static final int MAX_STRING = 4096;

    private final String name;
    private final ByteBuffer buffer;
    private final int length;

    private Bytes(String name, ByteBuffer buffer) {
        this.name = name;
        this.buffer = buffer;
        this.length = buffer.limit();
    }

    /** All of {@code data}, which the caller must not change afterwards. */
    public static Bytes of(String name, byte[] data, ByteOrder order) {
        return new Bytes(name, ByteBuffer.wrap(data).order(order));
    }

    /** What errors call this range. */
    public String name() {
        return name;
    }

    public int length() {
        return length;
    }

    public ByteOrder order() {
        return buffer.order();
    }

    /** The same bytes in another byte order. */
    public Bytes withOrder(ByteOrder order) {
        return new Bytes(name, buffer.duplicate().order(order));
    }

    /** {@code len} bytes from {@code off} under a name of their own; both may be any number a file can hold. */
    public Bytes slice(String sliceName, long off, long len) {
        if (off < 0 || len < 0 || off > length || len > length - off) {
            throw new MalformedInput(
                    sliceName,
                    0,
                    "a range inside " + name + " (" + length + " bytes)",
                    Long.toUnsignedString(len) + " bytes at 0x" + Long.toHexString(off));
        }
        return new Bytes(sliceName, buffer.slice((int) off, (int) len).order(buffer.order()));
    }

    /** A copy of the whole range. */
    public byte[] toArray() {
        byte[] copy = new byte[length];
        buffer.get(0, copy);
        return copy;
    }

    public int u8(int off) {
        try {
            return buffer.get(off) & 0xff;
        } catch (IndexOutOfBoundsException e) {
            throw beyond(off, 1);
        }
    }

    public int u16(int off) {
        try {
            return buffer.getShort(off) & 0xffff;
        } catch (IndexOutOfBoundsException e) {
            throw beyond(off, 2);
        }
    }

    public int s16(int off) {
        return (short) u16(off);
    }

    /** 32 bits as they stand; {@link #u32} for the value as an unsigned number. */
    public int i32(int off) {
        try {
            return buffer.getInt(off);
        } catch (IndexOutOfBoundsException e) {
            throw beyond(off, 4);
        }
    }

    public long u32(int off) {
        return i32(off) & 0xffff_ffffL;
    }

    /** 64 bits as they stand. */
    public long i64(int off) {
        try {
            return buffer.getLong(off);
        } catch (IndexOutOfBoundsException e) {
            throw beyond(off, 8);
        }
    }

    /** Length of the zero-terminated string at {@code off}, or -1 when it does not end within {@link #MAX_STRING}. */
    public int cStringLength(int off) {
        if (off < 0 || off >= length) {
            return -1;
        }
        byte[] array = buffer.array();
        int start = buffer.arrayOffset() + off;
        int end = start + Math.min(length - off, MAX_STRING + 1);
        for (int i = start; i < end; i++) {
            if (array[i] == 0) {
                return i - start;
            }
        }
        return -1;
    }

    /** The zero-terminated string at {@code off}, one char per byte (names are bytes to libbpf, not text). */
    public String cString(int off) {
        int len = cStringLength(off);
        if (len < 0) {
            throw new MalformedInput(
                    name, off, "a string of at most " + MAX_STRING + " bytes ending in NUL", "no NUL in that range");
        }
        return new String(buffer.array(), buffer.arrayOffset() + off, len, StandardCharsets.ISO_8859_1);
    }

    /** The first eight bytes of the string at {@code off}, the first one lowest, zeros from its end on. */
    public long cStringPrefix(int off) {
        if (off < 0 || off > length - 8) {
            return shortPrefix(off);
        }
        long eight = buffer.getLong(off);
        if (buffer.order() == ByteOrder.BIG_ENDIAN) {
            eight = Long.reverseBytes(eight);
        }
        // the lowest bit this leaves is the top one of the first zero byte, if there is one
        long zeros = (eight - 0x0101_0101_0101_0101L) & ~eight & 0x8080_8080_8080_8080L;
        return zeros == 0 ? eight : eight & (1L << (Long.numberOfTrailingZeros(zeros) & ~7)) - 1;
    }

    private long shortPrefix(int off) {
        long prefix = 0;
        for (int i = 0; i < length - off; i++) {
            int c = u8(off + i);
            if (c == 0) {
                break;
            }
            prefix |= (long) c << 8 * i;
        }
        return prefix;
    }

    /** Whether the {@code len} bytes at {@code off} equal those of {@code other} at {@code otherOff}. */
    public boolean regionEquals(int off, Bytes other, int otherOff, int len) {
        if (off < 0 || otherOff < 0 || len > length - off || len > other.length - otherOff) {
            return false;
        }
        byte[] a = buffer.array();
        byte[] b = other.buffer.array();
        int x = buffer.arrayOffset() + off;
        int y = other.buffer.arrayOffset() + otherOff;
        return Arrays.equals(a, x, x + len, b, y, y + len);
    }

    /** Whether two zero-terminated strings are equal in their first {@link #MAX_STRING} bytes. */
    public boolean cStringEquals(int off, Bytes other, int otherOff) {
        byte[] a = buffer.array();
        byte[] b = other.buffer.array();
        int x = buffer.arrayOffset();
        int y = other.buffer.arrayOffset();
        for (int i = 0; i <= MAX_STRING; i++) {
            int ca = off + i < length ? a[x + off + i] : 0;
            int cb = otherOff + i < other.length ? b[y + otherOff + i] : 0;
            if (ca != cb) {
                return false;
            }
            if (ca == 0) {
                return true;
            }
        }
        return true;
    }

    private MalformedInput beyond(int off, int want) {
        return new MalformedInput(name, off, want + " more bytes", "the end at 0x" + Integer.toHexString(length));
    }
}
