package dev.relogrid.web.security;

import static dev.relogrid.web.security.Need.ADMIN;
import static dev.relogrid.web.security.Need.BADGE;
import static dev.relogrid.web.security.Need.METRICS;
import static dev.relogrid.web.security.Need.OPEN;
import static dev.relogrid.web.security.Need.PUBLIC;
import static dev.relogrid.web.security.Need.UPLOAD;

import dev.relogrid.matrix.access.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/**
 * Every address and what it asks for: the first row that fits decides, and what fits none asks for admin. A controller
 * that is forgotten here is therefore readable like the others and writable by nobody but an admin.
 */
@Component
public final class AccessRules {
    private static final Set<String> ANY = Set.of();
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final List<AccessRule> TABLE = List.of(
            // who may use the service, and where it sends things
            AccessRule.of(ANY, "/api/v1/tokens/**", ADMIN),
            AccessRule.of(ANY, "/api/v1/audit/**", ADMIN),
            AccessRule.of(ANY, "/api/v1/webhooks/**", ADMIN),
            AccessRule.of(ANY, "/api/v1/deliveries/**", ADMIN),
            AccessRule.of(ANY, "/api/v1/projects/{project}/webhooks/**", ADMIN),
            AccessRule.of(ANY, "/api/v1/projects/{project}/deliveries/**", ADMIN),
            // who is asking, and how they could log in: what a browser needs before anything else
            AccessRule.of(READS, "/api/v1/me", OPEN),
            // what is read
            AccessRule.of(READS, "/api/**", PUBLIC),
            // what continuous integration writes
            AccessRule.of(Set.of("PUT", "POST"), "/api/v1/objects/**", UPLOAD),
            AccessRule.of(Set.of("PUT", "POST", "DELETE"), "/api/v1/runs/**", UPLOAD),
            AccessRule.of(Set.of("DELETE"), "/api/v1/projects/{project}", ADMIN),
            AccessRule.of(ANY, "/api/v1/projects/{project}/**", UPLOAD),
            // everything else of the interface: kernels, the archive, re-checks of everything
            AccessRule.of(ANY, "/api/**", ADMIN),
            // how the service is
            AccessRule.of(READS, "/actuator/health/**", OPEN),
            AccessRule.of(READS, "/actuator/prometheus", METRICS),
            AccessRule.of(ANY, "/actuator/**", ADMIN),
            // what people see; pages come here as what they are made of (web.page): the document, or the interface
            AccessRule.of(READS, "/badge/**", BADGE),
            AccessRule.of(READS, "/", OPEN),
            AccessRule.of(READS, "/index.html", OPEN),
            AccessRule.of(READS, "/favicon.*", OPEN),
            AccessRule.of(READS, "/assets/**", OPEN),
            AccessRule.of(READS, "/docs/**", OPEN),
            AccessRule.of(READS, "/login", OPEN),
            AccessRule.of(ANY, "/error", OPEN),
            AccessRule.of(READS, "/**", PUBLIC));

    private final AccessSettings settings;

    AccessRules(AccessSettings settings) {
        this.settings = settings;
    }

    /**
     * The scope this asks for whatever the settings are; none where reading may be open.
     *
     * @param path an address or its pattern
     */
    public Optional<Scope> scope(String method, String path) {
        return switch (rule(method, PathContainer.parsePath(path))
                .map(AccessRule::need)
                .orElse(ADMIN)) {
            case OPEN, PUBLIC, BADGE, METRICS -> Optional.empty();
            case UPLOAD -> Optional.of(Scope.UPLOAD);
            case ADMIN -> Optional.of(Scope.ADMIN);
        };
    }

    /** Whether this caller may do this. */
    boolean allow(Caller caller, String method, PathContainer path) {
        return rule(method, path)
                .map(rule -> allows(caller, rule.need()) && reaches(caller, method, path, rule))
                .orElseGet(() -> caller.has(Scope.ADMIN));
    }

    /** Whether asking is free of the rate limit: what watches the service, and files that never change. */
    static boolean isFree(PathContainer path) {
        return path.value().startsWith("/actuator/") || path.value().startsWith("/assets/");
    }

    static boolean isRead(String method) {
        return READS.contains(method);
    }

    private static Optional<AccessRule> rule(String method, PathContainer path) {
        return TABLE.stream().filter(rule -> rule.isAbout(method, path)).findFirst();
    }

    private boolean allows(Caller caller, Need need) {
        return switch (need) {
            case OPEN -> true;
            case PUBLIC -> settings.anonymousRead() || caller.has(Scope.READ);
            case BADGE -> settings.openBadges() || settings.anonymousRead() || caller.has(Scope.READ);
            case METRICS -> settings.openMetrics() || caller.has(Scope.READ);
            case UPLOAD -> caller.has(Scope.UPLOAD);
            case ADMIN -> caller.has(Scope.ADMIN);
        };
    }

    /**
     * Whether a caller bound to a project stays in it: where the address names a project it must be theirs, and what
     * asks for admin without naming one concerns everybody, so it is not for them.
     */
    private static boolean reaches(Caller caller, String method, PathContainer path, AccessRule rule) {
        if (caller.project() == null) {
            return true;
        }
        Optional<String> named = rule.project(path);
        if (named.isPresent()) {
            return (rule.need() == UPLOAD || rule.need() == ADMIN) ? caller.reaches(named.get()) : isRead(method);
        }
        return rule.need() != ADMIN;
    }
}
