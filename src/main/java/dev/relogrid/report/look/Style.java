package dev.relogrid.report.look;

/**
 * How a text report may look.
 *
 * @param colour whether escape sequences may be used
 * @param unicode whether signs beyond ASCII may be used
 * @param width columns to fill at most
 */
public record Style(boolean colour, boolean unicode, int width) {

    /** The first where it can be shown, else the second. */
    public String sign(String sign, String ascii) {
        return unicode ? sign : ascii;
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    public String red(String text) {
        return paint("31", text);
    }

    public String green(String text) {
        return paint("32", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    public String blue(String text) {
        return paint("34", text);
    }

    private String paint(String code, String text) {
        return colour && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
