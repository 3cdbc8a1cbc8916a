package dev.relogrid.engine.extern;

/** A number as C's {@code strtoull} reads it with base 0: decimal, {@code 0x…} or {@code 0…}, a sign allowed. */
final class ConfigNumber {
    private ConfigNumber() {}

    /** Whether the whole text is a number of at most 64 bits. */
    static boolean is(String text) {
        return digits(text) < text.length() && !overflows(text);
    }

    /** The number {@link #is} has agreed to; a negative one wraps. */
    static long of(String text) {
        int from = digits(text);
        long value = 0;
        int radix = radix(text, from);
        for (int i = radix == 16 ? from + 2 : from; i < text.length(); i++) {
            value = value * radix + Character.digit(text.charAt(i), radix);
        }
        return from > 0 && text.charAt(from - 1) == '-' ? -value : value;
    }

    /** Where the digits begin, their prefix included; the text's end when anything is amiss. */
    private static int digits(String text) {
        int at = 0;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int radix = radix(text, at);
        int first = radix == 16 ? at + 2 : at;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return text.length();
            }
        }
        return first < text.length() ? at : text.length();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static int radix(String text, int at) {
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            return 16;
        }
        return text.startsWith("0", at) ? 8 : 10;
    }

    private static boolean overflows(String text) {
        int from = digits(text);
        int radix = radix(text, from);
        long value = 0;
        for (int i = radix == 16 ? from + 2 : from; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0) {
                return true;
            }
            value = value * radix + digit;
        }
        return false;
    }
}
