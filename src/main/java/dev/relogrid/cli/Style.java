package dev.relogrid.cli;

/**
 * How a text report may look.
 *
 * @param colour whether escape sequences may be used
 * @param unicode whether signs beyond ASCII may be used
 * @param width columns to fill at most
 */
record Style(boolean colour, boolean unicode, int width) {

    /** The first where it can be shown, else the second. */
    String sign(String sign, String ascii) {
        return unicode ? sign : ascii;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String blue(String text) {
        return paint("34", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
