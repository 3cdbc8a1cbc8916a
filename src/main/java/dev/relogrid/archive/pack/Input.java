package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.Arrays;

/** What {@link Output} wrote, read again. Every read beyond the end says where. */
final class Input {
    private final String name;
    private final byte[] bytes;
    private final int end;
    private int at;

    Input(String name, byte[] bytes, int from, int end) {
        this.name = name;
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    /** Bytes to its end. */
    int left() {
        return end - at;
    }

    void skip(int count) {
        if (count < 0 || count > end - at) {
            throw malformed(count + " more bytes", (end - at) + " bytes");
        }
        at += count;
    }

    /** The next bytes as an input of their own, and passes over them. */
    Input part(int length) {
        int start = at;
        skip(length);
        return new Input(name, bytes, start, at);
    }

    /** @throws MalformedInput when there is more */
    void end() {
        if (at < end) {
            throw malformed("the end", left() + " bytes more");
        }
    }

    int u8() {
        if (at >= end) {
            throw malformed("a byte", "the end");
        }
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw malformed("a number of at most ten bytes", "more");
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number from 0 to {@code most}. */
    int count(long most) {
        int start = at;
        long value = number();
        if (value < 0 || value > most) {
            throw new MalformedInput(name, start, "a number of at most " + most, Long.toUnsignedString(value));
        }
        return (int) value;
    }

    /** How many things follow, each of which takes at least one byte. */
    int items() {
        return count(end - at);
    }

    /** Passes over a string and says where it starts. */
    int skipString() {
        int start = at;
        while (u8() != 0) {
            // on to its end
        }
        return start;
    }

    byte[] string() {
        int start = skipString();
        return Arrays.copyOfRange(bytes, start, at - 1);
    }

    MalformedInput malformed(String expected, String found) {
        return new MalformedInput(name, at, expected, found);
    }
}
