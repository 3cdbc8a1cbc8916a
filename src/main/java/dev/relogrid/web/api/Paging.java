package dev.relogrid.web.api;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param cursor where the part before ended, as that part said; null for the first
 * @param limit at most so many rows, 1 to 500
 */
public record Paging(@Nullable String cursor, int limit) {
    static final int MOST = 500;
    static final int USUAL = 100;

    /** Begins every cursor: another way to write them gets another one, and old ones are refused. */
    private static final String VERSION = "1:";

    /** The cursor behind a row. */
    public static String after(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((VERSION + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key of the last row of the part before. */
    public Optional<String> key() {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(VERSION)) {
                return Optional.of(text.substring(VERSION.length()));
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** The same where keys are ids of rows, the latest first; larger than any id for the first part. */
    public long before() {
        try {
            return key().map(Long::parseLong).orElse(Long.MAX_VALUE);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    public static ApiException unknown() {
        return new ApiException(
                ApiProblem.BAD_REQUEST, "the cursor is none of this list: take it from nextCursor, or leave it out");
    }
}
