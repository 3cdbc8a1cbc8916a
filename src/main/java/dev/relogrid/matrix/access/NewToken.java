package dev.relogrid.matrix.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token somebody wants.
 *
 * @param name what it is for, in its owner's words
 * @param scopes at least one
 * @param project the only project it may write to; null binds it to none
 * @param expiresAt when it stops working; null is never
 */
public record NewToken(
        String name,
        Set<Scope> scopes,
        @Nullable String project,
        @Nullable Instant expiresAt) {
    public NewToken {
        if (name.isBlank() || scopes.isEmpty()) {
            throw new IllegalArgumentException("a token has a name and at least one scope");
        }
        scopes = Set.copyOf(scopes);
    }

    /** A token bound to no project that lasts until it is revoked. */
    public static NewToken lasting(String name, Scope scope) {
        return new NewToken(name, Set.of(scope), null, null);
    }
}
