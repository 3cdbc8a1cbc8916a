package dev.relogrid.cli;

import dev.relogrid.archive.CatalogEntry;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Kernels whose id contains a text, or fits it as a whole when it has {@code *} or {@code ?} in it. */
final class KernelQuery {
    private KernelQuery() {}

    /**
     * The entries that match, in their order.
     *
     * @throws NoAnswer when none does, saying which shorter text would match
     */
    static List<CatalogEntry> select(List<CatalogEntry> entries, String query) {
        List<CatalogEntry> found = matching(entries, query);
        if (found.isEmpty()) {
            throw new NoAnswer("no kernel matches '" + query + "'" + nearest(entries, query)
                    + "; 'relogrid kernels' lists all " + entries.size());
        }
        return found;
    }

    private static List<CatalogEntry> matching(List<CatalogEntry> entries, String query) {
        Predicate<String> wanted = predicate(query);
        return entries.stream()
                .filter(entry -> wanted.test(entry.id().toString()))
                .toList();
    }

    private static Predicate<String> predicate(String query) {
        if (query.indexOf('*') < 0 && query.indexOf('?') < 0) {
            return id -> id.contains(query);
        }
        String pattern = query.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /** The longest beginning of the query that some kernel matches. */
    private static String nearest(List<CatalogEntry> entries, String query) {
        for (int length = query.length() - 1; length > 1; length--) {
            String shorter = query.substring(0, length);
            int count = matching(entries, shorter).size();
            if (count > 0) {
                return ", '" + shorter + "' matches " + count;
            }
        }
        return "";
    }
}
