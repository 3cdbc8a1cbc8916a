package dev.relogrid.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.IssuedToken;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tokens, the record of writes and what every answer carries, asked for over HTTP. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
final class AccessOverHttpTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ServiceCalls nobody;
    private final ServiceCalls admin;
    private final String adminSecret;

    @Autowired
    AccessOverHttpTest(Tokens tokens, @LocalServerPort int port) {
        IssuedToken issued = tokens.create(NewToken.lasting("test admin", Scope.ADMIN));
        adminSecret = issued.secret();
        nobody = new ServiceCalls(port, null);
        admin = nobody.as(adminSecret);
    }

    @Test
    void aTokenLivesUntilItIsRevoked() {
        HttpResponse<String> made = admin.postJson("/api/v1/tokens", "{\"name\":\"ci\",\"scopes\":[\"upload\"]}");
        assertEquals(201, made.statusCode(), made::body);
        assertEquals("no-store", made.headers().firstValue("Cache-Control").orElse(""));
        JsonNode issued = MAPPER.readTree(made.body());
        String secret = issued.path("secret").asString();
        String self = made.headers().firstValue("Location").orElseThrow();
        assertTrue(secret.matches("rlg_[A-Za-z0-9_-]{43}"), "a prefix and 256 bits");
        assertEquals("/api/v1/tokens/" + issued.at("/token/id").asString(), self);

        JsonNode me = MAPPER.readTree(nobody.as(secret).get("/api/v1/me").body());
        assertEquals("token", me.path("kind").asString());
        assertEquals(List.of("read", "upload"), texts(me.path("scopes")));

        String listed = admin.get("/api/v1/tokens").body();
        assertTrue(listed.contains("\"ci\""), "it is listed");
        assertFalse(listed.contains(secret), "without its secret");

        assertEquals(204, admin.delete(self).statusCode());
        HttpResponse<String> after = nobody.as(secret).get("/api/v1/me");
        assertEquals(401, after.statusCode());
        assertTrue(after.headers().firstValue("WWW-Authenticate").orElse("").contains("invalid_token"));
        assertEquals(204, admin.delete(self).statusCode(), "twice is once");
        assertEquals(404, admin.delete("/api/v1/tokens/999999999").statusCode());
    }

    @Test
    void whatMakesNoTokenSaysWhy() {
        HttpResponse<String> answer = admin.postJson("/api/v1/tokens", "{\"name\":\" \",\"scopes\":[]}");
        assertEquals(400, answer.statusCode());
        assertEquals(2, MAPPER.readTree(answer.body()).path("errors").size(), answer::body);
        assertEquals(
                422,
                admin.postJson("/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"project\":\"none-such\"}")
                        .statusCode());
        assertEquals(
                400,
                admin.postJson("/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"everything\"]}")
                        .statusCode());
        assertEquals(
                400,
                admin.postJson(
                                "/api/v1/tokens",
                                "{\"name\":\"x\",\"scopes\":[\"read\"],\"expiresAt\":\"2001-01-01T00:00:00Z\"}")
                        .statusCode());
    }

    @Test
    void everyWriteOfSomebodyKnownIsRecorded() {
        String id = MAPPER.readTree(admin.postJson("/api/v1/tokens", "{\"name\":\"seen\",\"scopes\":[\"read\"]}")
                        .body())
                .at("/token/id")
                .asString();
        String reader = tokenOf("refused", "read");
        nobody.as(reader).delete("/api/v1/tokens/" + id);
        admin.delete("/api/v1/tokens/" + id);

        JsonNode page = MAPPER.readTree(admin.get("/api/v1/audit?limit=4").body());
        JsonNode last = page.at("/items/0");
        assertEquals("DELETE", last.path("action").asString());
        assertEquals("/api/v1/tokens/" + id, last.path("target").asString());
        assertEquals("204", last.path("outcome").asString());
        assertTrue(last.path("actor").asString().endsWith("(test admin)"), last::toString);
        assertEquals("403", page.at("/items/1/outcome").asString(), "the refused one too");
        assertTrue(page.at("/items/1/actor").asString().endsWith("(refused)"));

        HttpResponse<String> next = admin.get(
                "/api/v1/audit?limit=4&cursor=" + page.path("nextCursor").asString());
        assertEquals(200, next.statusCode(), next::body);
        assertTrue(MAPPER.readTree(next.body()).at("/items/0/id").asLong()
                < page.at("/items/3/id").asLong());
        assertEquals(400, admin.get("/api/v1/audit?cursor=abc").statusCode());
        assertEquals(400, admin.get("/api/v1/audit?limit=501").statusCode());
        assertEquals(403, nobody.as(reader).get("/api/v1/audit").statusCode());
        assertEquals(401, nobody.get("/api/v1/audit").statusCode());
    }

    @Test
    void secretsAreNeverLogged(CapturedOutput output) {
        String secret = tokenOf("quiet", "admin");
        ServiceCalls quiet = nobody.as(secret);
        quiet.get("/api/v1/me");
        quiet.get("/api/v1/none-such");
        quiet.postJson("/api/v1/tokens", "{\"name\":");
        nobody.as(secret + "x").get("/api/v1/me");
        nobody.send("GET", "/api/v1/me", BodyPublishers.noBody(), "Authorization", "Basic c2VjcmV0OnNlY3JldA==");
        assertFalse(output.getAll().contains(secret), "the token is in the log");
        assertFalse(output.getAll().contains("c2VjcmV0OnNlY3JldA"), "the header is in the log");
    }

    @Test
    void tooLargeABodyIsRefusedBeforeItHasArrived() {
        byte[] large = ("{\"name\":\"" + "a".repeat(5 * 1024 * 1024)).getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> told = admin.send(
                "POST",
                "/api/v1/tokens",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                "Content-Type",
                "application/json");
        assertEquals(413, told.statusCode(), told::body);
        assertEquals("4194304", MAPPER.readTree(told.body()).path("limit").asString());
    }

    @Test
    void everyAnswerIsGuarded() {
        HttpResponse<String> answer = nobody.get("/api/v1/me", "X-Request-Id", "abc-1");
        assertEquals("abc-1", header(answer, "X-Request-Id"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'self'"));
        assertTrue(header(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
        assertEquals("same-origin", header(answer, "Referrer-Policy"));
        assertEquals("private, no-cache", header(answer, "Cache-Control"));
        assertEquals("", header(answer, "Set-Cookie"), "no session");
        assertEquals("", header(nobody.get("/api/v1/me", "Origin", "https://other"), "Access-Control-Allow-Origin"));
        assertFalse(header(nobody.get("/api/v1/me", "X-Request-Id", "a b"), "X-Request-Id")
                .contains(" "));
    }

    @Test
    void healthIsOpenAndNumbersAreNot() {
        assertEquals(200, nobody.get("/actuator/health/liveness").statusCode());
        assertEquals(200, nobody.get("/actuator/health/readiness").statusCode());
        assertEquals(
                "{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}",
                nobody.get("/actuator/health").body());
        assertEquals(401, nobody.get("/actuator/prometheus").statusCode());
        assertEquals(401, nobody.get("/actuator/env").statusCode());
        String numbers = nobody.as(tokenOf("scraper", "read"))
                .get("/actuator/prometheus")
                .body();
        assertTrue(numbers.contains("relogrid_archive_kernels"), "the archive's size");
        assertTrue(numbers.contains("relogrid_archive_age_seconds"), "the archive's age");
        assertTrue(numbers.contains("relogrid_tokens"), "how many tokens");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        HttpResponse<String> answer = nobody.get("/api/v1/none-such");
        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertEquals(
                "/api/v1/none-such",
                MAPPER.readTree(answer.body()).path("instance").asString());
        assertEquals(200, nobody.get("/docs/problems/not_found").statusCode());
        assertEquals(400, nobody.get("/api/v1/me%2fx").statusCode(), "what the firewall refuses");
    }

    @Test
    void whatTomcatRefusesIsAProblemToo() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), nobody.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/me?x=| HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("\"code\":\"bad_request\""), answer);
        }
    }

    private String tokenOf(String name, String scope) {
        return MAPPER.readTree(
                        admin.postJson("/api/v1/tokens", "{\"name\":\"" + name + "\",\"scopes\":[\"" + scope + "\"]}")
                                .body())
                .path("secret")
                .asString();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
