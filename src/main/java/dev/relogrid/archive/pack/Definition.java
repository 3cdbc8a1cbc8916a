package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.BtfKind;
import java.util.List;

/**
 * A type as kernels share it: the words it has in BTF, with {@link Token}s instead of type ids, and strings by numbers
 * that belong to whoever made it (in a pack, places in its definitions section).
 *
 * @param symbol the number of the symbol it belongs to, -1 for a type without a name
 * @param words name, info, size or type, and what follows ({@link Shape})
 * @param listed what tokens with the tag {@link Token#LISTED} stand for
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Definition(int symbol, int[] words, List<Token.Listed> listed) {
    int kind() {
        return kind(words[1]);
    }

    int vlen() {
        return vlen(words[1]);
    }

    static int kind(int info) {
        return info >>> 24 & 0x7f;
    }

    static int vlen(int info) {
        return info & 0xff_ffff;
    }

    /** The class a type's name is looked up in: its kind, enum64 counting as enum ({@code btf_kind_core_compat}). */
    static int symbolClass(int kind) {
        return kind == BtfKind.ENUM64 ? BtfKind.ENUM : kind;
    }
}
