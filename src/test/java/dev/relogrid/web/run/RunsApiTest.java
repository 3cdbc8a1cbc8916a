package dev.relogrid.web.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.object.Objects;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs as clients see them. */
@ServiceTest
final class RunsApiTest {
    private static final Path SAMPLE = Path.of("src/test/bpf/samples/ctime.bpf.o");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("^id: (\\d+)$", Pattern.MULTILINE);
    private static int uploads = 5000;

    private final Objects objects;
    private final ServiceCalls calls;

    @Autowired
    RunsApiTest(Objects objects, Tokens tokens, @LocalServerPort int port) {
        this.objects = objects;
        this.calls = new ServiceCalls(
                port, tokens.create(NewToken.lasting("runs", Scope.UPLOAD)).secret());
    }

    private String upload() throws IOException {
        byte[] sample = Files.readAllBytes(SAMPLE);
        byte[] bytes = Arrays.copyOf(sample, sample.length + ++uploads);
        var _ = objects.put(bytes, "ctime.bpf.o");
        return Sha256.of(bytes);
    }

    private HttpResponse<String> start(String sha256, String order) {
        return calls.postJson("/api/v1/objects/" + sha256 + "/runs", order);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static List<Integer> ids(HttpResponse<String> events) {
        return ID.matcher(events.body())
                .results()
                .map(result -> result.group(1))
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void checkIsAcceptedAndCanBeFollowedToItsEnd() throws IOException {
        String sha256 = upload();
        HttpResponse<String> accepted = start(sha256, "{\"kind\": \"check\"}");
        assertEquals(202, accepted.statusCode(), accepted::body);
        String address = accepted.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> events = calls.get(address + "/events", "Accept", "text/event-stream");
        assertEquals(200, events.statusCode(), events::body);
        assertTrue(events.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
        List<Integer> ids = ids(events);
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(i + 1, ids.get(i));
        }
        assertTrue(events.body().startsWith("id: 1\nevent: progress\ndata: {"), events::body);
        String[] parts = events.body().strip().split("\n\n", -1);
        assertTrue(parts[parts.length - 1].contains("event: done\ndata: {"), events::body);

        JsonNode run = json(calls.get(address));
        assertEquals("done", run.path("state").asString());
        assertEquals(sha256, run.path("object").asString());
        assertEquals(run.path("total").asInt(), run.path("done").asInt());

        HttpResponse<String> rest = calls.get(address + "/events", "Last-Event-ID", "2");
        assertEquals(ids.subList(2, ids.size()), ids(rest));
        HttpResponse<String> nothing = calls.get(address + "/events", "Last-Event-ID", String.valueOf(ids.getLast()));
        assertEquals("", nothing.body());
    }

    @Test
    void runCanBeCalledOffAndStaysSo() throws IOException {
        String address = start(upload(), "{\"kind\": \"boot\", \"kernels\": [\"bookworm\"]}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> called = calls.delete(address);
        assertEquals(200, called.statusCode(), called::body);
        String state = json(called).path("state").asString();
        assertTrue(List.of("cancelled", "failed").contains(state), state); // failed: it was begun before
        assertEquals(state, json(calls.delete(address)).path("state").asString());
    }

    @Test
    void listGoesOnWhereItEnded() throws IOException {
        String sha256 = upload();
        assertEquals(202, start(sha256, "{\"kind\": \"check\"}").statusCode());
        assertEquals(202, start(sha256, "{\"kind\": \"check\"}").statusCode());
        JsonNode first = json(calls.get("/api/v1/runs?limit=1&object=" + sha256));
        String cursor = first.path("nextCursor").asString();
        JsonNode second = json(calls.get("/api/v1/runs?limit=1&object=" + sha256 + "&cursor=" + cursor));
        assertNotEquals(
                first.path("items").get(0).path("id").asString(),
                second.path("items").get(0).path("id").asString());
        assertFalse(second.path("nextCursor").isString());
    }

    @Test
    void whatIsNotUnderstoodIsSaid() throws IOException {
        String sha256 = upload();
        assertEquals(400, start(sha256, "{\"kind\": \"dance\"}").statusCode());
        assertEquals(400, start(sha256, "{\"kind\": \"boot\"}").statusCode());
        assertEquals(
                "bad_targets",
                json(start(sha256, "{\"kind\": \"boot\", \"kernels\": [\"6.1..\"]}"))
                        .path("code")
                        .asString());
        assertEquals(404, start("0".repeat(64), "{\"kind\": \"check\"}").statusCode());
        assertEquals(404, calls.get("/api/v1/runs/" + UUID.randomUUID()).statusCode());
        assertEquals(
                404, calls.get("/api/v1/runs/" + UUID.randomUUID() + "/events").statusCode());
        assertEquals(400, calls.get("/api/v1/runs/no-uuid").statusCode());
        assertEquals(400, calls.get("/api/v1/runs?state=odd").statusCode());
        assertEquals(400, calls.get("/api/v1/runs?cursor=odd").statusCode());
        assertEquals(
                401,
                calls.as(null)
                        .postJson("/api/v1/objects/" + sha256 + "/runs", "{\"kind\": \"check\"}")
                        .statusCode());
    }

    @Test
    void objectNobodyBootedHasNoEvidence() throws IOException {
        JsonNode evidence = json(calls.get("/api/v1/objects/" + upload() + "/evidence"));
        assertEquals(0, evidence.path("items").size());
    }
}
