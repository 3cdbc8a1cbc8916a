package dev.relogrid.archive.query;

import dev.relogrid.archive.CatalogEntry;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Kernels by what their ids read. */
final class PartOfId {
    private PartOfId() {}

    /**
     * A text with {@code *} or {@code ?} in it is a pattern for the whole id. Any other text is the first of these that
     * some kernel has: the id, its end after a slash, any part of it. So an id that is also a part of another one means
     * itself.
     */
    static Predicate<CatalogEntry> of(String text, List<CatalogEntry> entries) {
        if (isPattern(text)) {
            return entry -> fits(text, entry.id().toString());
        }
        List<Predicate<String>> readings =
                List.of(text::equals, id -> id.endsWith("/" + text), id -> id.contains(text));
        Predicate<String> reading = readings.stream()
                .filter(wanted -> ids(entries).anyMatch(wanted))
                .findFirst()
                .orElse(_ -> false);
        return entry -> reading.test(entry.id().toString());
    }

    private static Stream<String> ids(List<CatalogEntry> entries) {
        return entries.stream().map(entry -> entry.id().toString());
    }

    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /**
     * Whether all of {@code text} fits the pattern, in which {@code *} is any text and {@code ?} any one character. On a
     * mismatch only the last star takes more, so the time is bounded by the product of the two lengths.
     */
    static boolean fits(String pattern, String text) {
        int p = 0;
        int star = -1;
        int resume = 0;
        for (int t = 0; t < text.length(); ) {
            boolean more = p < pattern.length();
            if (more && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (more && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
