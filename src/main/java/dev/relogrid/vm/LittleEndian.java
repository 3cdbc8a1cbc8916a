package dev.relogrid.vm;

import java.io.ByteArrayOutputStream;

/** Numbers as guests write and read them. */
final class LittleEndian {
    private LittleEndian() {}

    static void put16(ByteArrayOutputStream out, int value) {
        out.write(value);
        out.write(value >> 8);
    }

    static void put32(ByteArrayOutputStream out, int value) {
        put16(out, value);
        put16(out, value >> 16);
    }

    static void put64(ByteArrayOutputStream out, long value) {
        put32(out, (int) value);
        put32(out, (int) (value >> 32));
    }
}
