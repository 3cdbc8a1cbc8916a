package dev.relogrid.archive.pack;

import java.nio.charset.StandardCharsets;

/** Strings as bytes: names from BTF are bytes, one to a char; a description of a kernel is UTF-8. */
final class Texts {
    private Texts() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] name(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String name(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** What a symbol is sorted and looked up by. */
    static byte[] key(int symbolClass, byte[] name) {
        byte[] key = new byte[1 + name.length];
        key[0] = (byte) symbolClass;
        System.arraycopy(name, 0, key, 1, name.length);
        return key;
    }
}
