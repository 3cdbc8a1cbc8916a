package dev.relogrid.engine.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An immutable range of bytes with a byte order and a name, read by offset. Every read outside the range ends in
 * {@link MalformedInput} naming the range. Offsets and lengths are bytes from the start of the range.
 *
 * <p>A heap {@code ByteBuffer} is inside: measured as fast as anything else once warm and the fastest in a JVM that
 * has just started, which is what a command line pays for.
 */
public final class Bytes {
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

    /** Offset of the first zero byte at or after {@code off}, or -1 when there is none in the range. */
    public int indexOfZero(int off) {
        if (off < 0) {
            throw beyond(off, 1);
        }
        if (buffer.hasArray()) {
            byte[] array = buffer.array();
            int base = buffer.arrayOffset();
            for (int i = off; i < length; i++) {
                if (array[base + i] == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The zero-terminated string at {@code off}, one char per byte (names are bytes to libbpf, not text). */
    public String cString(int off) {
        int end = indexOfZero(off);
        if (end < 0) {
            throw new MalformedInput(name, off, "a string ending in NUL", "none up to the end");
        }
        byte[] copy = new byte[end - off];
        buffer.get(off, copy);
        return new String(copy, StandardCharsets.ISO_8859_1);
    }

    /** Whether {@code len} bytes here equal those of {@code other}; a range that reaches outside is never equal. */
    public boolean regionEquals(int off, Bytes other, int otherOff, int len) {
        if (off < 0 || otherOff < 0 || len > length - off || len > other.length - otherOff) {
            return false;
        }
        byte[] a = buffer.array();
        byte[] b = other.buffer.array();
        int x = buffer.arrayOffset() + off;
        int y = other.buffer.arrayOffset() + otherOff;
        for (int i = 0; i < len; i++) {
            if (a[x + i] != b[y + i]) {
                return false;
            }
        }
        return true;
    }

    private MalformedInput beyond(int off, int want) {
        return new MalformedInput(name, off, want + " more bytes", "the end at 0x" + Integer.toHexString(length));
    }
}
