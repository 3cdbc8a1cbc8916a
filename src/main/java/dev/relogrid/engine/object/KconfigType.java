package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;

/** The types a {@code __kconfig} extern may have (libbpf, {@code find_kcfg_type}). */
public enum KconfigType {
    BOOL,
    TRISTATE,
    CHAR,
    INT,
    CHAR_ARRAY,
    UNKNOWN;

    private static final int BOOL_ENCODING = 4;

    /** The option type that a variable of the given type holds. */
    public static KconfigType of(Btf btf, int typeId) {
        int id = btf.skipModifiersAndTypedefs(typeId);
        return switch (btf.kind(id)) {
            case BtfKind.INT -> ofInt(btf, id);
            case BtfKind.ENUM -> btf.size(id) == 4 && btf.name(id).equals("libbpf_tristate") ? TRISTATE : UNKNOWN;
            case BtfKind.ENUM64 -> btf.name(id).equals("libbpf_tristate") ? TRISTATE : UNKNOWN;
            case BtfKind.ARRAY -> ofArray(btf, id);
            default -> UNKNOWN;
        };
    }

    private static KconfigType ofInt(Btf btf, int id) {
        long size = btf.size(id);
        if ((btf.intEncoding(id) & BOOL_ENCODING) != 0) {
            return size == 1 ? BOOL : UNKNOWN;
        }
        if (size == 1) {
            return CHAR;
        }
        return size == 2 || size == 4 || size == 8 ? INT : UNKNOWN;
    }

    private static KconfigType ofArray(Btf btf, int id) {
        int element = btf.skipModifiersAndTypedefs(btf.arrayType(id));
        boolean chars = btf.kind(element) == BtfKind.INT && ofInt(btf, element) == CHAR;
        return btf.arrayCount(id) > 0 && chars ? CHAR_ARRAY : UNKNOWN;
    }
}
