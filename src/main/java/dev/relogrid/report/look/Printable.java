package dev.relogrid.report.look;

/** Names come from files anybody may have made: what could steer a terminal is shown, not sent. */
public final class Printable {
    private Printable() {}

    /** {@code name} with control characters, and bytes beyond ASCII in names, as {@code \x1b}. */
    public static String name(String name) {
        return escape(name, 0x7e);
    }

    /** {@code text} with control characters as {@code \x1b}; letters of any language stay. */
    public static String text(String text) {
        return escape(text, Character.MAX_VALUE);
    }

    private static String escape(String text, int last) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i), last)) {
                return escapeFrom(i, text, last);
            }
        }
        return text;
    }

    private static boolean isHarmless(char c, int last) {
        return c >= ' ' && c <= last && !(c >= 0x7f && c < 0xa0);
    }

    private static String escapeFrom(int first, String text, int last) {
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmless(c, last)) {
                shown.append(c);
            } else {
                shown.append(String.format("\\x%02x", (int) c));
            }
        }
        return shown.toString();
    }
}
