package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;

/**
 * What the 32-bit words of a type are, by kind (include/uapi/linux/btf.h): the third word of {@code struct btf_type},
 * the words that follow it once, and those that follow it {@code vlen} times.
 *
 * @param third the role of {@code size} or {@code type}
 * @param once of the words behind it
 * @param each of one element's words; empty for kinds whose vlen counts nothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Shape(Role third, Role[] once, Role[] each) {
    /** What a word is. */
    enum Role {
        /** The place of a string. */
        NAME,
        /** A type. */
        TYPE,
        /** Neither. */
        NUMBER
    }

    /** Words of {@code struct btf_type} itself: name, info, size or type. */
    static final int HEADER = 3;

    private static final Role[] NONE = {};
    private static final Role[] NUMBER = {Role.NUMBER};
    private static final Shape SIZED = new Shape(Role.NUMBER, NONE, NONE);
    private static final Shape REFERS = new Shape(Role.TYPE, NONE, NONE);
    private static final Shape REFERS_AND_NUMBER = new Shape(Role.TYPE, NUMBER, NONE);
    private static final Shape[] BY_KIND = new Shape[BtfKind.COUNT];

    static {
        BY_KIND[BtfKind.INT] = new Shape(Role.NUMBER, NUMBER, NONE);
        for (int kind : new int[] {
            BtfKind.PTR,
            BtfKind.TYPEDEF,
            BtfKind.VOLATILE,
            BtfKind.CONST,
            BtfKind.RESTRICT,
            BtfKind.FUNC,
            BtfKind.TYPE_TAG
        }) {
            BY_KIND[kind] = REFERS;
        }
        BY_KIND[BtfKind.ARRAY] = new Shape(Role.NUMBER, new Role[] {Role.TYPE, Role.TYPE, Role.NUMBER}, NONE);
        Shape composite = new Shape(Role.NUMBER, NONE, new Role[] {Role.NAME, Role.TYPE, Role.NUMBER});
        BY_KIND[BtfKind.STRUCT] = composite;
        BY_KIND[BtfKind.UNION] = composite;
        BY_KIND[BtfKind.ENUM] = new Shape(Role.NUMBER, NONE, new Role[] {Role.NAME, Role.NUMBER});
        BY_KIND[BtfKind.ENUM64] = new Shape(Role.NUMBER, NONE, new Role[] {Role.NAME, Role.NUMBER, Role.NUMBER});
        BY_KIND[BtfKind.FWD] = SIZED;
        BY_KIND[BtfKind.FLOAT] = SIZED;
        BY_KIND[BtfKind.FUNC_PROTO] = new Shape(Role.TYPE, NONE, new Role[] {Role.NAME, Role.TYPE});
        BY_KIND[BtfKind.VAR] = REFERS_AND_NUMBER;
        BY_KIND[BtfKind.DECL_TAG] = REFERS_AND_NUMBER;
        BY_KIND[BtfKind.DATASEC] = new Shape(Role.NUMBER, NONE, new Role[] {Role.TYPE, Role.NUMBER, Role.NUMBER});
    }

    static boolean exists(int kind) {
        return kind >= 0 && kind < BtfKind.COUNT && BY_KIND[kind] != null;
    }

    /** @throws MalformedInput when a pack cannot hold types of that kind */
    static Shape of(int kind) {
        if (!exists(kind)) {
            throw new MalformedInput("BTF types", 0, "a known kind (1 to 19)", "kind " + kind);
        }
        return BY_KIND[kind];
    }

    /** Words in all of a type with that many elements. */
    int words(int vlen) {
        return HEADER + once.length + each.length * vlen;
    }

    /** The role of the word at an index of {@link #HEADER} or above. */
    Role at(int word) {
        int behind = word - HEADER;
        return behind < once.length ? once[behind] : each[(behind - once.length) % each.length];
    }
}
