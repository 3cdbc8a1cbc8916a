package dev.relogrid.archive.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers with dots between them, such as {@code 6.12} or {@code 22.04}; at least one, each of at most nine digits. */
record DottedNumber(List<Integer> parts) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})*");

    /** Null when {@code text} is something else. */
    static @Nullable DottedNumber of(String text) {
        return FORM.matcher(text).matches() ? parsed(text) : null;
    }

    /** The longest one {@code text} begins with: 6.12.107 of {@code 6.12.107+deb13-amd64}. */
    static @Nullable DottedNumber atStartOf(String text) {
        Matcher start = FORM.matcher(text);
        return start.lookingAt() ? parsed(start.group()) : null;
    }

    private static DottedNumber parsed(String text) {
        return new DottedNumber(
                Stream.of(text.split("\\.")).map(Integer::parseInt).toList());
    }

    /** Compared only as far as the bound says something: 6.12.107 is the same as 6.12. What is missing here is zero. */
    int compareAsFarAs(DottedNumber bound) {
        for (int i = 0; i < bound.parts.size(); i++) {
            int order = Integer.compare(i < parts.size() ? parts.get(i) : 0, bound.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The first two numbers, by which the kernel's series are called. */
    DottedNumber series() {
        return new DottedNumber(parts.subList(0, Math.min(2, parts.size())));
    }

    @Override
    public String toString() {
        return String.join(".", parts.stream().map(String::valueOf).toList());
    }
}
