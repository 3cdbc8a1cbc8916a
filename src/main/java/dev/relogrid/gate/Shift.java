package dev.relogrid.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of an object on a kernel since before; the first ones are told first. */
public enum Shift {
    /** It fails and did not, or a program fails that did not. */
    BROKE("broke"),
    /** It passed, and is uncertain or accepted now. */
    WORSE("got worse"),
    /** It failed, and does not. */
    FIXED("fixed"),
    /** It was uncertain or accepted, and passes. */
    BETTER("got better"),
    /** The kernel was not asked before: nothing can be said of what the change did to it. */
    NOT_COMPARED("not compared"),
    /** It counts as before. */
    SAME("unchanged");

    private final String word;

    Shift(String word) {
        this.word = word;
    }

    /** For programs, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code 2 kernels broke, 1 fixed, 211 unchanged}: parts in the order of the ways; none of nothing. */
    public static List<String> words(Map<Shift, Integer> counts) {
        List<String> parts = new ArrayList<>();
        for (Shift shift : values()) {
            int count = counts.getOrDefault(shift, 0);
            if (count > 0) {
                parts.add(count + (parts.isEmpty() ? count == 1 ? " kernel " : " kernels " : " ") + shift.word);
            }
        }
        return parts;
    }
}
