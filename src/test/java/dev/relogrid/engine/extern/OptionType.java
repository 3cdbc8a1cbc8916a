package dev.relogrid.engine.extern;

import dev.relogrid.fixture.BtfBuilder;
import java.util.Locale;

/** Types an option may be declared with. */
enum OptionType {
    BOOL(1),
    TRISTATE(4),
    TRISTATE64(8),
    CHAR(1),
    U8(1),
    S16(2),
    U16(2),
    S32(4),
    U32(4),
    S64(8),
    U64(8),
    TEXT(8);

    final int size;

    OptionType(int size) {
        this.size = size;
    }

    /** Adds it, and returns its id. */
    int declare(BtfBuilder types) {
        return switch (this) {
            case BOOL -> types.integer("_Bool", 1, BtfBuilder.BOOL);
            case TRISTATE -> types.enumeration("libbpf_tristate", 4, false, BtfBuilder.enumerator("TRI_NO", 0));
            case TRISTATE64 -> types.enum64("libbpf_tristate", false, BtfBuilder.enumerator("TRI_NO", 0));
            case CHAR -> types.integer("char", 1, BtfBuilder.SIGNED);
            case TEXT -> types.array(types.integer("char", 1, BtfBuilder.SIGNED), types.integer("int", 4, 1), 8);
            default ->
                types.integer(name().toLowerCase(Locale.ROOT), size, name().startsWith("S") ? BtfBuilder.SIGNED : 0);
        };
    }
}
