package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The {@code kallsyms_token_table} of a kernel (scripts/kallsyms.c): 256 strings that end in NUL, which the bytes of
 * compressed symbol names stand for, and behind them {@code kallsyms_token_index}, 16 bits for where each string begins.
 *
 * @param start where the first string begins; nothing tells but the index, because no NUL need be before it
 * @param starts where each string begins, and where the last one ends
 * @param order of the kernel's numbers, told by the index
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KallsymsTokens(int start, int[] starts, ByteOrder order) {
    private static final int TOKENS = 256;
    /** A string is at most a whole name; {@code KSYM_NAME_LEN} is 512. */
    private static final int LONGEST = 512;
    /** The index is aligned to 8 or 4 bytes; the table before it is not. */
    private static final int PADDING = 16;

    private static final int DIGITS = 10;

    /** The first table at or behind {@code from}, or null. */
    static @Nullable KallsymsTokens find(byte[] image, int from) {
        for (int at = Math.max(1, from); at <= image.length - 2 * DIGITS; at++) {
            if (areDigits(image, at)) {
                KallsymsTokens table = around(image, at);
                if (table != null) {
                    return table;
                }
            }
        }
        return null;
    }

    /** Names have digits, so the strings for the digits' own codes are the digits, ten times a character and a NUL. */
    private static boolean areDigits(byte[] image, int at) {
        if (image[at] != '0' || image[at - 1] != 0) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (image[at + 2 * i] != '0' + i || image[at + 2 * i + 1] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The table in which {@code zero} is the string for the code of '0', or null when nothing else fits. */
    private static @Nullable KallsymsTokens around(byte[] image, int zero) {
        int[] starts = new int[TOKENS + 1];
        starts['0'] = zero;
        for (int token = '0' - 1; token > 0; token--) {
            int nul = starts[token + 1] - 2;
            int limit = Math.max(0, nul - LONGEST);
            while (nul >= limit && image[nul] != 0) {
                nul--;
            }
            if (nul < limit) {
                return null;
            }
            starts[token] = nul + 1;
        }
        for (int token = '0'; token < TOKENS; token++) {
            int nul = starts[token];
            int limit = Math.min(image.length, nul + LONGEST);
            while (nul < limit && image[nul] != 0) {
                nul++;
            }
            if (nul >= limit) {
                return null;
            }
            starts[token + 1] = nul + 1;
        }
        return indexed(image, starts);
    }

    private static @Nullable KallsymsTokens indexed(byte[] image, int[] starts) {
        int last = Math.min(starts[TOKENS] + PADDING, image.length - 2 * TOKENS + 1);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Bytes in = Bytes.of("kallsyms", image, order);
            for (int index = starts[TOKENS]; index < last; index++) {
                int first = starts[1] - in.u16(index + 2);
                starts[0] = first;
                if (first >= 0 && first < starts[1] && isIndex(in, index, starts)) {
                    return new KallsymsTokens(first, starts, order);
                }
            }
        }
        return null;
    }

    private static boolean isIndex(Bytes in, int index, int[] starts) {
        for (int token = 0; token < TOKENS; token++) {
            if (in.u16(index + 2 * token) != starts[token] - starts[0]) {
                return false;
            }
        }
        return starts[1] - starts[0] <= LONGEST && in.cStringLength(starts[0]) == starts[1] - starts[0] - 1;
    }

    /** Where the string for that code begins. */
    int offset(int code) {
        return starts[code];
    }

    /** How many bytes it has, without its NUL. */
    int length(int code) {
        return starts[code + 1] - starts[code] - 1;
    }

    /** Behind the last string. */
    int end() {
        return starts[TOKENS];
    }
}
