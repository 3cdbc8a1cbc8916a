package dev.relogrid.report.look;

import java.util.ArrayList;
import java.util.List;

/** Lists that fill lines. */
public final class Wrapped {
    private Wrapped() {}

    /** The items with commas between them, in lines of at most {@code width} columns where the items allow. */
    public static List<String> list(List<String> items, int width) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            words.add(Printable.text(items.get(i)) + (i + 1 < items.size() ? "," : ""));
        }
        return fill(words, width);
    }

    /** The words of a text, in lines of at most {@code width} columns. */
    public static List<String> words(String text, int width) {
        return fill(List.of(text.split(" ")), width);
    }

    private static List<String> fill(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String item : words) {
            if (!line.isEmpty() && line.length() + 1 + item.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(item);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
