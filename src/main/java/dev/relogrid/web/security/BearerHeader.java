package dev.relogrid.web.security;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header {@code Authorization: Bearer …}. */
final class BearerHeader {
    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 8192;

    private BearerHeader() {}

    /** The token in it, if it has one of a plausible size. */
    static Optional<String> token(@Nullable String header) {
        if (header == null
                || header.length() > LONGEST
                || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        String token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? Optional.empty() : Optional.of(token);
    }
}
