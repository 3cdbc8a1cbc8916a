package dev.relogrid.web.security;

import dev.relogrid.matrix.access.KeptToken;
import dev.relogrid.matrix.access.Scope;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param kind {@code token}, {@code user} or {@code anonymous}
 * @param name what the record of writes and the rate limit call them; distinct for distinct callers
 * @param scope the widest they have; null where they have none
 * @param project the only project they may write to; null where they are bound to none
 */
public record Caller(
        String kind,
        String name,
        @Nullable Scope scope,
        @Nullable String project) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Nobody in particular. */
    public static final Caller ANONYMOUS = new Caller("anonymous", "anonymous", null, null);

    static Caller of(KeptToken token) {
        return new Caller(
                "token", "token " + token.id() + " (" + token.name() + ")", widest(token.scopes()), token.project());
    }

    static Caller user(String name, Collection<Scope> scopes, @Nullable String project) {
        return new Caller("user", "user " + name, widest(scopes), project);
    }

    /** Whether they have this scope, or one that includes it. */
    public boolean has(Scope wanted) {
        return scope != null && scope.includes(wanted);
    }

    /** Whether their writes may reach this project. */
    public boolean reaches(String projectName) {
        return project == null || project.equals(projectName);
    }

    /** Whether nobody said who is asking. */
    public boolean isAnonymous() {
        return kind.equals("anonymous");
    }

    private static @Nullable Scope widest(Collection<Scope> scopes) {
        Optional<Scope> widest = scopes.stream().max(Scope::compareTo);
        return widest.orElse(null);
    }
}
