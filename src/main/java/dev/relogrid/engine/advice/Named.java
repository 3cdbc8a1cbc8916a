package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.OneName;

/** Looks types up by names that no object has. */
final class Named {
    private Named() {}

    /** The lowest id of a type of that kind and name in {@code btf} or its base, or 0. Flavours are of no account. */
    static int first(Btf btf, int kind, String name) {
        Btf names = new OneName(name);
        int id = btf.nextByEssentialName(kind, names, OneName.OFFSET, 0);
        Btf base = btf.base();
        return id == 0 && base != null ? base.nextByEssentialName(kind, names, OneName.OFFSET, 0) : id;
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
}
