package dev.relogrid.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.matrix.access.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

/** The table of rules, row by row. */
final class AccessRulesTest {
    private static final AccessSettings.Groups NO_GROUPS =
            new AccessSettings.Groups("groups", Set.of(), Set.of(), Set.of());

    private final AccessRules open = new AccessRules(new AccessSettings(true, false, false, NO_GROUPS));
    private final AccessRules closed = new AccessRules(new AccessSettings(false, true, true, NO_GROUPS));

    /** The columns after the address: what may nobody, a reader, an uploader, an admin; y or n. */
    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/kernels,                       yyyy",
        "HEAD,   /api/v1/objects/abc,                   yyyy",
        "PUT,    /api/v1/objects/abc,                   nnyy",
        "POST,   /api/v1/objects,                       nnyy",
        "DELETE, /api/v1/objects/abc,                   nnny",
        "POST,   /api/v1/runs,                          nnyy",
        "DELETE, /api/v1/runs/1,                        nnyy",
        "PUT,    /api/v1/projects/p,                    nnyy",
        "DELETE, /api/v1/projects/p,                    nnny",
        "PUT,    /api/v1/projects/p/policy,             nnyy",
        "GET,    /api/v1/projects/p/webhooks,           nnny",
        "POST,   /api/v1/projects/p/webhooks,           nnny",
        "POST,   /api/v1/kernels,                       nnny",
        "POST,   /api/v1/anything/new,                  nnny",
        "GET,    /api/v1/tokens,                        nnny",
        "POST,   /api/v1/tokens,                        nnny",
        "DELETE, /api/v1/tokens/7,                      nnny",
        "GET,    /api/v1/audit,                         nnny",
        "GET,    /actuator/health/readiness,            yyyy",
        "GET,    /actuator/prometheus,                  nyyy",
        "POST,   /actuator/loggers,                     nnny",
        "GET,    /actuator/env,                         nnny",
        "GET,    /objects/abc,                          yyyy",
        "POST,   /objects/abc,                          nnny",
        "TRACE,  /api/v1/kernels,                       nnny"
    })
    void whoMayWhat(String method, String path, String who) {
        PathContainer address = PathContainer.parsePath(path);
        String found = letter(open.allow(Caller.ANONYMOUS, method, address))
                + letter(open.allow(caller(Scope.READ, null), method, address))
                + letter(open.allow(caller(Scope.UPLOAD, null), method, address))
                + letter(open.allow(caller(Scope.ADMIN, null), method, address));
        assertEquals(who, found);
    }

    /** Whether an uploader and an admin bound to the project {@code p} may. */
    @ParameterizedTest
    @CsvSource({
        "PUT,    /api/v1/projects/p/refs/main, yy",
        "PUT,    /api/v1/projects/q/refs/main, nn",
        "GET,    /api/v1/projects/q/refs/main, yy",
        "DELETE, /api/v1/projects/p,           ny",
        "DELETE, /api/v1/projects/q,           nn",
        "POST,   /api/v1/projects/p/webhooks,  ny",
        "GET,    /api/v1/projects/q/webhooks,  nn",
        "PUT,    /api/v1/projects/%70/policy,  yy",
        "PUT,    /api/v1/objects/abc,          yy",
        "POST,   /api/v1/runs,                 yy",
        "POST,   /api/v1/kernels,              nn",
        "POST,   /api/v1/tokens,               nn",
        "GET,    /api/v1/audit,                nn"
    })
    void whoIsBoundMayLess(String method, String path, String who) {
        PathContainer address = PathContainer.parsePath(path);
        assertEquals(
                who,
                letter(open.allow(caller(Scope.UPLOAD, "p"), method, address))
                        + letter(open.allow(caller(Scope.ADMIN, "p"), method, address)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/kernels,        false",
        "/api/v1/openapi.json,   false",
        "/objects/abc,           false",
        "/badge/p.svg,           true",
        "/actuator/prometheus,   true",
        "/actuator/health,       true",
        "/,                      true",
        "/assets/a.js,           true",
        "/docs/problems/gone,    true"
    })
    void whatNobodyMayReadWhereReadingIsClosed(String path, boolean allowed) {
        assertEquals(allowed, closed.allow(Caller.ANONYMOUS, "GET", PathContainer.parsePath(path)));
    }

    private static Caller caller(Scope scope, @Nullable String project) {
        return new Caller("token", "token 1 (t)", scope, project);
    }

    private static String letter(boolean allowed) {
        return allowed ? "y" : "n";
    }
}
