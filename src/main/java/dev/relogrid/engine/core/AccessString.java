package dev.relogrid.engine.core;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The access string of a relocation, {@code 0:1:2}: decimal numbers with colons between them. libbpf reads it with
 * {@code sscanf("%d")}, so blanks and signs before a number and numbers that follow each other without a colon pass;
 * an empty string, a colon at either end or twice in a row, and anything else do not.
 */
final class AccessString {
    private final String text;
    private int at;

    private AccessString(String text) {
        this.text = text;
    }

    /** The indices, or null when the string is not one libbpf reads. Negative ones are refused (since libbpf 1.8). */
    static int @Nullable [] parse(String text) {
        if (text.isEmpty() || text.charAt(0) == ':') {
            return null;
        }
        AccessString reader = new AccessString(text);
        int[] indices = new int[AccessSpec.MAX_LENGTH + 1];
        int count = 0;
        while (reader.at < text.length()) {
            if (text.charAt(reader.at) == ':') {
                reader.at++;
            }
            long value = reader.number();
            if (value == Long.MIN_VALUE || (int) value < 0) {
                return null;
            }
            if (count == indices.length) {
                return indices; // one too many already: the caller refuses the length
            }
            indices[count++] = (int) value;
        }
        return Arrays.copyOf(indices, count);
    }

    /** What {@code %d} converts, before it is cut to an int; {@code Long.MIN_VALUE} where it converts nothing. */
    private long number() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || at < text.length() && text.charAt(at) == '+') {
            at++;
        }
        int first = at;
        long value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            int digit = text.charAt(at++) - '0';
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        if (at == first) {
            return Long.MIN_VALUE;
        }
        return negative ? -value : value;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
