package dev.relogrid.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.IdentityProvider;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a company runs it: nothing is read without a token or a login, and a provider says who people are. */
@ServiceTest
@TestPropertySource(
        properties = {
            "relogrid.access.anonymous-read=false",
            "relogrid.access.groups.admin=kernel-team",
            "relogrid.access.groups.upload=builders",
            "relogrid.limits.rate.enabled=true",
            "relogrid.limits.rate.reads-per-minute=400",
            "relogrid.limits.rate.writes-per-minute=5",
            "spring.security.oauth2.resourceserver.jwt.audiences=relogrid"
        })
final class ClosedServiceTest {
    private static final IdentityProvider PROVIDER = new IdentityProvider();

    private final Tokens tokens;
    private final ServiceCalls nobody;

    @Autowired
    ClosedServiceTest(Tokens tokens, @LocalServerPort int port) {
        this.tokens = tokens;
        this.nobody = new ServiceCalls(port, null);
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        String login = "spring.security.oauth2.client.registration.company.";
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
        registry.add("spring.security.oauth2.client.provider.company.issuer-uri", PROVIDER::issuer);
        registry.add(login + "client-id", () -> "relogrid");
        registry.add(login + "client-secret", () -> "hush");
        registry.add(login + "scope", () -> "openid");
        registry.add(login + "client-name", () -> "The company");
    }

    @Test
    void nothingOfTheInterfaceIsReadByNobody() {
        Routes routes = Routes.of(reader());
        List<String> open = routes.reads()
                .filter(route -> nobody.get(route.path()).statusCode() != 401)
                .map(Object::toString)
                .toList();
        assertTrue(routes.reads().count() >= 3, "there are reads");
        assertEquals(List.of("GET /api/v1/me"), open, "open to nobody but for who is asking");
        assertEquals(401, nobody.get("/api/v1/openapi.json").statusCode());
        assertEquals(401, nobody.get("/badge/any.svg").statusCode());
        assertEquals(401, nobody.get("/objects/any").statusCode());
    }

    @Test
    void whatIsNeededToComeInIsOpen() {
        assertEquals(200, nobody.get("/actuator/health").statusCode());
        assertEquals(200, nobody.get("/docs/problems/unauthorized").statusCode());
        assertTrue(nobody.get("/api/v1/me").body().contains("/oauth2/authorization/company"), "how to log in");
        assertEquals(404, nobody.get("/assets/any.js").statusCode());
        HttpResponse<String> shell = nobody.get("/objects/any", "Accept", "text/html");
        assertEquals(200, shell.statusCode(), "the shell has no data in it");
        assertTrue(shell.body().startsWith("<!doctype html>"), shell::body);
        assertEquals(200, nobody.get("/").statusCode(), "nor has the help");
    }

    @Test
    void aPageAsTextIsWhatTheInterfaceSays() {
        for (String page : List.of("/objects", "/objects/any", "/kernels", "/projects/any/main", "/none-such")) {
            HttpResponse<String> answer = nobody.get(page, "Accept", "*/*");
            assertEquals(401, answer.statusCode(), page);
            assertEquals("A token is needed: this needs a token or a login (unauthorized)\n", answer.body());
            assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent(), page);
        }
        assertEquals(200, reader().get("/objects").statusCode());
    }

    @Test
    void theProvidersTokensOpenWhatTheirClaimsName() {
        assertEquals(
                200,
                bearer(Map.of("groups", List.of("builders"))).get("/api/v1/me").statusCode());
        assertEquals(
                403,
                bearer(Map.of("groups", List.of("builders")))
                        .get("/api/v1/tokens")
                        .statusCode());
        assertEquals(
                200,
                bearer(Map.of("relogrid_scopes", "read admin"))
                        .get("/api/v1/tokens")
                        .statusCode());
        assertEquals(403, bearer(Map.of()).get("/api/v1/objects").statusCode(), "signed, but for nothing here");
        assertEquals(
                401,
                nobody.as(PROVIDER.sign(Map.of("sub", "x", "aud", "other")))
                        .get("/api/v1/me")
                        .statusCode());
        assertEquals(
                401,
                nobody.as(new IdentityProvider().sign(Map.of("sub", "x", "aud", "relogrid")))
                        .get("/api/v1/me")
                        .statusCode());
        assertEquals(200, reader().get("/api/v1/me").statusCode(), "our own still do");
    }

    @Test
    void peopleLogInAndTheirWritesAreGuardedAgainstForgery() throws Exception {
        CookieManager cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            send(browser, HttpRequest.newBuilder(nobody.uri("/oauth2/authorization/company")));
            HttpResponse<String> answer = send(browser, HttpRequest.newBuilder(nobody.uri("/api/v1/me")));
            JsonNode me = JsonMapper.shared().readTree(answer.body());
            assertEquals("user ada", me.path("name").asString(), answer::body);
            assertEquals(3, me.path("scopes").size(), "the group is good for everything");
            assertEquals("The company", me.at("/logins/0/name").asString());

            HttpRequest.Builder forged = HttpRequest.newBuilder(nobody.uri("/api/v1/tokens"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"mine\",\"scopes\":[\"read\"]}"));
            assertEquals(403, send(browser, forged).statusCode());
            String proof = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    201, send(browser, forged.header("X-XSRF-TOKEN", proof)).statusCode());
        }
    }

    @Test
    void whoAsksTooOftenWaits() {
        ServiceCalls eager =
                nobody.as(tokens.create(NewToken.lasting("eager", Scope.READ)).secret());
        int refused = 0;
        for (int i = 0; i < 8; i++) {
            HttpResponse<String> answer = eager.delete("/api/v1/tokens/1");
            if (answer.statusCode() == 429) {
                refused++;
                assertTrue(Integer.parseInt(
                                answer.headers().firstValue("Retry-After").orElse("0"))
                        >= 1);
            }
        }
        assertTrue(refused >= 2, "five a minute, and eight came");
        assertEquals(200, eager.get("/api/v1/me").statusCode(), "reads are counted apart");
        assertEquals(403, reader().delete("/api/v1/tokens/1").statusCode(), "and others by themselves");
    }

    private ServiceCalls reader() {
        return nobody.as(tokens.create(NewToken.lasting("reader", Scope.READ)).secret());
    }

    private ServiceCalls bearer(Map<String, Object> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("sub", "robot");
        all.put("aud", "relogrid");
        return nobody.as(PROVIDER.sign(all));
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
