package dev.relogrid.report.look;

import java.util.ArrayList;
import java.util.List;

/**
 * GitHub-flavoured Markdown that is no longer than allowed. Names come from files anybody may have made, so nothing of a
 * text is taken for markup, for HTML or for somebody to be notified.
 */
public final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>#|~";

    private final StringBuilder out = new StringBuilder();
    private final int limit;

    /** @param limit characters it may have at most, what {@link #end} adds not counted */
    public Markdown(int limit) {
        this.limit = limit;
    }

    /** Text in which nothing is markup; on one line. */
    public static String text(String text) {
        String plain = Printable.text(text);
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '@') {
                escaped.append("&#64;");
            } else if (c == '_' && isInWord(plain, i) || SPECIAL.indexOf(c) < 0) {
                escaped.append(c);
            } else {
                escaped.append('\\').append(c);
            }
        }
        return escaped.toString();
    }

    /** An underscore between letters or digits is none to GitHub but an underscore. */
    private static boolean isInWord(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
    }

    /** A name as code. */
    public static String code(String name) {
        String plain = Printable.text(name).replace('`', '\'').replace("|", "\\|");
        return plain.isBlank() ? "" : "`" + plain + "`";
    }

    /** C or other lines as a block of code, of the language. */
    public static String block(String language, String lines) {
        List<String> shown = new ArrayList<>();
        for (String line : lines.stripTrailing().split("\n", -1)) {
            shown.add(Printable.text(line.replace("\t", "    ")));
        }
        String inside = String.join("\n", shown);
        String fence = "```";
        while (inside.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + inside + "\n" + fence;
    }

    /** Adds it whole, or not at all where it does not fit; whether it did. */
    public boolean add(String lines) {
        boolean fits = out.length() + lines.length() + 1 <= limit;
        if (fits) {
            out.append(lines).append('\n');
        }
        return fits;
    }

    /** Adds the head and as many of the rows as fit; how many were left out. Nothing is added of no rows. */
    public int addRows(String head, List<String> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        if (out.length() + head.length() + 1 + rows.getFirst().length() + 1 > limit) {
            return rows.size();
        }
        add(head);
        for (int i = 0; i < rows.size(); i++) {
            if (!add(rows.get(i))) {
                return rows.size() - i;
            }
        }
        return 0;
    }

    /** Adds it whether it fits or not: what closes something, and what was left out. */
    public void end(String lines) {
        out.append(lines).append('\n');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
