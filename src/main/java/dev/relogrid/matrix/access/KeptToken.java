package dev.relogrid.matrix.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token; the token itself is not.
 *
 * @param project the only project it may write to; null where it is bound to none
 * @param lastUsedAt to the minute
 */
public record KeptToken(
        long id,
        String name,
        Set<Scope> scopes,
        @Nullable String project,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    /** Whether it opens anything at this time. */
    public boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
