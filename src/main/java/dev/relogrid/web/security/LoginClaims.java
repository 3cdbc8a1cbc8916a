package dev.relogrid.web.security;

import dev.relogrid.matrix.access.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * What an identity provider's claims are good for: {@code relogrid_scopes} names scopes outright (a list, or one string
 * with blanks), {@code relogrid_project} binds to a project, and groups give what the settings say they give.
 */
@Component
final class LoginClaims {
    private static final String SCOPES = "relogrid_scopes";
    private static final String PROJECT = "relogrid_project";

    private final AccessSettings.Groups groups;

    LoginClaims(AccessSettings settings) {
        this.groups = settings.groups();
    }

    /** Who Spring Security says is asking, however they said so. */
    Caller caller(Authentication told) {
        return switch (told.getPrincipal()) {
            case Caller caller -> caller;
            case OAuth2User user -> loggedIn(user);
            case Jwt jwt -> bearer(jwt);
            case null, default -> Caller.ANONYMOUS;
        };
    }

    /** A program's JWT opens only what its claims name: the provider may issue others for other services. */
    Caller bearer(Jwt jwt) {
        String subject = jwt.getSubject();
        return Caller.user(
                subject == null ? "without a name" : subject, scopes(jwt.getClaims()), project(jwt.getClaims()));
    }

    /** Somebody who logged in here was let in by the provider for this very service, so they may at least read. */
    private Caller loggedIn(OAuth2User user) {
        Set<Scope> scopes = scopes(user.getAttributes());
        scopes.add(Scope.READ);
        return Caller.user(user.getName(), scopes, project(user.getAttributes()));
    }

    private Set<Scope> scopes(Map<String, Object> claims) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        words(claims.get(SCOPES)).forEach(word -> Scope.named(word).ifPresent(scopes::add));
        Set<String> member = Set.copyOf(words(claims.get(groups.claim())));
        Map.of(Scope.READ, groups.read(), Scope.UPLOAD, groups.upload(), Scope.ADMIN, groups.admin())
                .forEach((scope, wanted) -> {
                    if (wanted.stream().anyMatch(member::contains)) {
                        scopes.add(scope);
                    }
                });
        return scopes;
    }

    private static @Nullable String project(Map<String, Object> claims) {
        return claims.get(PROJECT) instanceof String project && !project.isBlank() ? project : null;
    }

    private static List<String> words(@Nullable Object claim) {
        return switch (claim) {
            case Collection<?> many ->
                many.stream().map(String::valueOf).distinct().toList();
            case String text ->
                Arrays.stream(text.split(" "))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
            case null, default -> List.of();
        };
    }
}
