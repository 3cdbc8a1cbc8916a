package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks types up by names that no object has: look-ups take their names out of BTF, so this makes some. */
final class Named {
    private static final int HEADER = 24;
    private static final int MAGIC = 0xeb9f;
    static final int FIRST_STRING = 1;

    private Named() {}

    /** The lowest id of a type of that kind and name in {@code btf} or its base, or 0. Flavours are of no account. */
    static int first(Btf btf, int kind, String name) {
        Btf names = holding(name);
        int id = btf.nextByEssentialName(kind, names, FIRST_STRING, 0);
        Btf base = btf.base();
        return id == 0 && base != null ? base.nextByEssentialName(kind, names, FIRST_STRING, 0) : id;
    }

    /** The same with the kind in C: {@code struct inode}, {@code enum rw_hint}; a plain name is a typedef's. */
    static int first(Btf btf, String type) {
        int space = type.lastIndexOf(' ');
        int kind = space < 0 ? BtfKind.TYPEDEF : kind(type.substring(0, space));
        return first(btf, kind, type.substring(space + 1));
    }

    private static int kind(String keyword) {
        return keyword.equals("union") ? BtfKind.UNION : keyword.equals("enum") ? BtfKind.ENUM : BtfKind.STRUCT;
    }

    /** BTF without types, whose only string is that name, at {@link #FIRST_STRING}. */
    static Btf holding(String name) {
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        byte[] section = new byte[HEADER + text.length + 2];
        put(section, 0, MAGIC | 1 << 16);
        put(section, 4, HEADER);
        put(section, 20, text.length + 2);
        System.arraycopy(text, 0, section, HEADER + FIRST_STRING, text.length);
        return Btf.parse(Bytes.of("a name", section, ByteOrder.LITTLE_ENDIAN));
    }

    private static void put(byte[] bytes, int at, int word) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (word >>> 8 * i);
        }
    }
}
