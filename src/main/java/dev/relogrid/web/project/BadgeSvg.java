package dev.relogrid.web.project;

import dev.relogrid.web.project.Badge.Line;
import java.util.ArrayList;
import java.util.List;

/** Draws badges; what comes from elsewhere is escaped. */
final class BadgeSvg {
    private static final int HEIGHT = 20;
    private static final int PADDING = 6;
    /** Wide enough for nearly every character of the font at this size; the text is fitted to what it is given. */
    private static final double CHARACTER = 7.0;

    private BadgeSvg() {}

    /** One row: label and message. */
    static String flat(Badge badge) {
        return draw(badge, List.of(badge.total()));
    }

    /** A row for everything, and one for each line of a distribution. */
    static String table(Badge badge) {
        List<Line> rows = new ArrayList<>();
        rows.add(badge.total());
        rows.addAll(badge.lines());
        return draw(badge, rows);
    }

    private static String draw(Badge badge, List<Line> rows) {
        int label = rows.stream().mapToInt(row -> width(row.label())).max().orElse(0);
        int message = rows.stream().mapToInt(row -> width(row.message())).max().orElse(0);
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(label + message)
                .append("\" height=\"")
                .append(HEIGHT * rows.size())
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(badge.title()))
                .append("\"><title>")
                .append(escape(badge.title()))
                .append(
                        "</title><g font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\" font-size=\"11\" fill=\"#fff\">");
        for (int i = 0; i < rows.size(); i++) {
            box(svg, new Box(0, i * HEIGHT, label, "#444b52"), rows.get(i).label());
            box(
                    svg,
                    new Box(label, i * HEIGHT, message, rows.get(i).colour().code),
                    rows.get(i).message());
        }
        return svg.append("</g></svg>\n").toString();
    }

    private record Box(int x, int y, int width, String colour) {}

    private static void box(StringBuilder svg, Box box, String text) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                .formatted(box.x, box.y, box.width, HEIGHT, box.colour));
        svg.append("<text x=\"%d\" y=\"%d\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\">"
                        .formatted(box.x + PADDING, box.y + 14, length(text)))
                .append(escape(text))
                .append("</text>");
    }

    private static int width(String text) {
        return length(text) + 2 * PADDING;
    }

    private static int length(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * CHARACTER);
    }

    /** For text and for attributes; what XML cannot hold becomes a question mark. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
    }
}
