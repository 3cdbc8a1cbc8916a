package dev.relogrid.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.web.security.Routes.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over all routes there are, so that a new controller is covered by itself. */
@ServiceTest
final class EveryWriteNeedsAScopeTest {
    /** Writes that somebody bound to one project may do though their address names none; the body or a query does. */
    private static final List<String> PROJECT_IN_THE_REQUEST = List.of("/api/v1/objects", "/api/v1/runs");

    private final Tokens tokens;
    private final JdbcClient jdbc;
    private final ServiceCalls nobody;
    private final Routes routes;

    @Autowired
    EveryWriteNeedsAScopeTest(Tokens tokens, JdbcClient jdbc, @LocalServerPort int port) {
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.nobody = new ServiceCalls(port, null);
        this.routes = Routes.of(nobody);
    }

    @Test
    void readersMayWriteNothing() {
        ServiceCalls reader =
                nobody.as(tokens.create(NewToken.lasting("reader", Scope.READ)).secret());
        assertTrue(routes.writes().count() >= 2, "there are writes");
        assertAll(routes.writes(), reader, 403);
    }

    @Test
    void nobodyMayWriteAnything() {
        assertAll(routes.writes(), nobody, 401);
    }

    @Test
    void aWrongTokenOpensNothingAtAll() {
        assertAll(routes.all().stream(), nobody.as("rlg_none"), 401);
        assertAll(routes.all().stream(), nobody.as("something.else.entirely"), 401);
    }

    @Test
    void uploadersMayNotWhatAsksForAdmin() {
        ServiceCalls uploader = nobody.as(
                tokens.create(NewToken.lasting("uploader", Scope.UPLOAD)).secret());
        assertAll(
                routes.all().stream()
                        .filter(route -> route.pattern().matches("/api/v1/(tokens|audit|kernels)(/.*)?"))
                        .filter(route -> !route.isRead() || !route.pattern().startsWith("/api/v1/kernels")),
                uploader,
                403);
    }

    @Test
    void whoIsBoundToAProjectStaysInIt() {
        String project = "bound-" + UUID.randomUUID();
        jdbc.sql("insert into project (name, created_at) values (?, now())")
                .param(project)
                .update();
        String secret = tokens.create(new NewToken(
                        "bound", Set.of(Scope.ADMIN), project, Instant.now().plusSeconds(600)))
                .secret();
        assertAll(
                routes.writes().filter(route -> PROJECT_IN_THE_REQUEST.stream().noneMatch(route.pattern()::startsWith)),
                nobody.as(secret),
                403);
    }

    private static void assertAll(Stream<Route> routes, ServiceCalls calls, int status) {
        List<String> others = routes.flatMap(route -> {
                    HttpResponse<String> answer = calls.send(
                            route.method(),
                            route.path(),
                            BodyPublishers.ofString("{}"),
                            "Content-Type",
                            "application/json");
                    boolean asWanted = answer.statusCode() == status
                            && (route.method().equals("HEAD") || answer.body().contains("\"code\""));
                    return asWanted ? Stream.empty() : Stream.of(route + " " + answer.statusCode());
                })
                .toList();
        assertEquals(List.of(), others, "routes that do not answer " + status);
    }
}
