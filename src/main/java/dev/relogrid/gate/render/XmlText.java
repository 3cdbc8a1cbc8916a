package dev.relogrid.gate.render;

/** Text that XML 1.0 can carry: whatever it forbids, and what could steer a terminal, is shown as {@code \x1b}. */
final class XmlText {
    private XmlText() {}

    /** On one line: line ends and tabs are shown too, since a reader would make blanks of them. */
    static String line(String text) {
        return shown(text, false);
    }

    /** With its line ends and tabs. */
    static String block(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean lines) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isAllowed(c) || lines && (c == '\n' || c == '\t')) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\x%02x", c));
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** XML 1.0 section 2.2, without what it only discourages. */
    private static boolean isAllowed(int c) {
        boolean control = c < ' ' || c >= 0x7f && c < 0xa0;
        boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !unpaired && (c & 0xfffe) != 0xfffe;
    }
}
