package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.Arrays;

/** Bytes being written: numbers in seven bits a byte, low ones first, and strings that end in NUL. */
final class Output {
    private byte[] bytes = new byte[1 << 12];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    Output u8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** 32 bits, the low ones first. */
    Output u32(int value) {
        return u8(value).u8(value >>> 8).u8(value >>> 16).u8(value >>> 24);
    }

    /** 64 bits, the low ones first. */
    Output u64(long value) {
        return u32((int) value).u32((int) (value >>> 32));
    }

    /** 0 and up. */
    Output number(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            u8((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        return u8((int) left);
    }

    /** Either sign, small ones short. */
    Output signed(long value) {
        return number(value << 1 ^ value >> 63);
    }

    /** @throws MalformedInput when there is a NUL among the bytes */
    Output string(byte[] text) {
        for (byte letter : text) {
            if (letter == 0) {
                throw new MalformedInput("what is to be packed", 0, "text without NUL", "'" + Texts.name(text) + "'");
            }
        }
        return raw(text).u8(0);
    }

    Output raw(byte[] data) {
        room(data.length);
        System.arraycopy(data, 0, bytes, length, data.length);
        length += data.length;
        return this;
    }

    Output raw(Output other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
