package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.KconfigType;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The variable an option's value goes to, and which values fit it ({@code set_kcfg_value_tri}, {@code _str}, {@code
 * _num}). The methods that take a value return null when it does not fit.
 *
 * @param size bytes
 * @param signed whether it is a signed integer
 */
record Option(KconfigType type, long size, boolean signed, ByteOrder order) {
    private static final int SIGNED = 1;
    private static final int MOST_NUMBER_BYTES = 8;

    static Option of(Btf types, Extern extern) {
        int typeId = types.type(extern.typeId());
        int id = types.skipModifiersAndTypedefs(typeId);
        boolean signed = types.kind(id) == BtfKind.INT && (types.intEncoding(id) & SIGNED) != 0;
        KconfigType type = KconfigType.of(types, typeId);
        return new Option(type, types.resolveSize(typeId), signed && type != KconfigType.BOOL, types.order());
    }

    /** What a variable aligns to, by which libbpf sorts them. */
    long alignment() {
        return type == KconfigType.CHAR_ARRAY ? 1 : size;
    }

    Known zero() {
        return Known.value(new byte[0], size);
    }

    /** One of the letters y, n and m. */
    @Nullable
    Known letter(char value) {
        return switch (type) {
            case BOOL -> value == 'm' ? null : number(value == 'y' ? 1 : 0, 1);
            // an enum of four bytes is written whatever the declared one's size
            case TRISTATE -> number(value == 'y' ? 1 : value == 'm' ? 2 : 0, 4);
            case CHAR -> number(value, 1);
            case INT, CHAR_ARRAY, UNKNOWN -> null;
        };
    }

    /** A text with its quotes; what is too long is cut. */
    @Nullable
    Known text(String value) {
        int length = value.length() - 2;
        if (type != KconfigType.CHAR_ARRAY || length < 0 || value.charAt(value.length() - 1) != '"') {
            return null;
        }
        int kept = (int) Math.min(length, size - 1);
        return Known.value(value.substring(1, 1 + kept).getBytes(StandardCharsets.ISO_8859_1), size);
    }

    /** A number from the configuration, of 64 bits, which no bool takes. */
    @Nullable
    Known configured(long value) {
        return type == KconfigType.BOOL ? null : number(value);
    }

    /** A number of 64 bits. */
    @Nullable
    Known number(long value) {
        boolean fits = switch (type) {
            case BOOL -> value == 0 || value == 1;
            case INT, CHAR -> isInRange(value);
            case TRISTATE, CHAR_ARRAY, UNKNOWN -> false;
        };
        return fits ? number(value, (int) size) : null;
    }

    /** Without loss ({@code is_kcfg_value_in_range}). */
    private boolean isInRange(long value) {
        if (size >= MOST_NUMBER_BYTES) {
            return true;
        }
        int bits = (int) size * 8;
        return signed ? (value + (1L << bits - 1)) >>> bits == 0 : value >>> bits == 0;
    }

    private Known number(long value, int bytes) {
        byte[] data = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            int at = order == ByteOrder.LITTLE_ENDIAN ? i : bytes - 1 - i;
            data[at] = (byte) (value >>> 8 * i);
        }
        return Known.value(data, size);
    }

    /** For people: what its declaration says. */
    String words() {
        return switch (type) {
            case BOOL -> "a bool";
            case TRISTATE -> "a tristate";
            case CHAR -> "a char";
            case INT -> (signed ? "a signed" : "an unsigned") + " integer of " + size + " bytes";
            case CHAR_ARRAY -> "an array of " + size + " chars";
            case UNKNOWN -> "its type";
        };
    }
}
