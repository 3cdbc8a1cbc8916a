package dev.relogrid.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.event.CauseLine;
import dev.relogrid.matrix.event.Events;
import dev.relogrid.matrix.event.Happening;
import dev.relogrid.matrix.event.Receiver;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project is told, by the feed and by a real server on this machine. */
@ServiceTest
final class WebhooksApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private final Events events;
    private final JdbcClient jdbc;
    private final StoredObject object;
    private final ServiceCalls calls;
    private final String project = "told-" + PROJECTS.incrementAndGet();

    @Autowired
    WebhooksApiTest(Events events, JdbcClient jdbc, Objects objects, Tokens tokens, @LocalServerPort int port)
            throws IOException {
        this.events = events;
        this.jdbc = jdbc;
        this.object = objects.put(Files.readAllBytes(Path.of("src/test/bpf/samples/guarded.bpf.o")), "guarded.bpf.o")
                .object();
        this.calls = new ServiceCalls(
                port, tokens.create(NewToken.lasting("webhooks", Scope.ADMIN)).secret());
        jdbc.sql("insert into project (name, created_at) values (:name, now())")
                .param("name", project)
                .update();
    }

    private String hooks() {
        return "/api/v1/projects/" + project + "/webhooks";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer::body);
        return JSON.readTree(answer.body());
    }

    private JsonNode add(String url) {
        return json(calls.postJson(hooks(), "{\"url\": \"" + url + "\"}"));
    }

    /** Something broke, by that engine. */
    private boolean happen(String engine) {
        long id = jdbc.sql("select id from project where name = :name")
                .param("name", project)
                .query(Long.class)
                .single();
        var before = new Happening.State(object.id(), object.sha256(), "archive", "old");
        var after = new Happening.State(object.id(), object.sha256(), "archive", engine);
        var cause = new Happening.Cause(
                Happening.Why.ENGINE, new Happening.Place(id, "main", "probe.bpf.o", id), before, after);
        return events.record(new Happening(
                Happening.Kind.BROKEN,
                cause,
                List.of("debian/trixie/amd64/6.12.1"),
                List.of(new CauseLine("FIELD_MISSING", "field <x> & co", 1))));
    }

    private JsonNode delivery(String webhook, String state) throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            JsonNode items = json(calls.get(hooks() + "/" + webhook + "/deliveries?state=" + state))
                    .path("items");
            if (!items.isEmpty()) {
                return items.get(0);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no delivery is " + state);
    }

    @Test
    void webhookIsToldOnceAndCanCheckWhoTellsIt() throws Exception {
        try (Receiver receiver = new Receiver()) {
            JsonNode webhook = add(receiver.url());
            assertTrue(happen("new"));
            assertFalse(happen("new"));

            Receiver.Message message = receiver.next();
            assertEquals("/hook?of=relogrid", message.path());
            assertEquals("application/json", message.headers().getFirst("Content-Type"));
            String[] signature = String.valueOf(message.headers().getFirst("Relogrid-Signature"))
                    .split("[=,]", -1);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    webhook.path("secret").asString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((signature[1] + ".").getBytes(StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(mac.doFinal(message.body())), signature[3]);

            JsonNode body = JSON.readTree(message.body());
            assertEquals("broken", body.path("kind").asString());
            assertEquals("engine", body.path("why").asString());
            assertEquals(project, body.path("project").asString());
            assertEquals(1, body.path("kernelCount").asInt());
            assertEquals(
                    "FIELD_MISSING", body.path("causes").get(0).path("code").asString());

            JsonNode delivered = delivery(webhook.path("id").asString(), "delivered");
            assertEquals(204, delivered.path("lastStatus").asInt());
            assertTrue(receiver.isQuiet());
        }
    }

    @Test
    void whatCannotBeToldIsTriedAgainThenDeadThenToldWhenAsked() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.answer(500, 302, 503);
            String webhook = add(receiver.url()).path("id").asString();
            assertTrue(happen("new"));
            for (int i = 0; i < 3; i++) {
                assertEquals("/hook?of=relogrid", receiver.next().path());
            }
            JsonNode dead = delivery(webhook, "dead");
            assertEquals(3, dead.path("attempts").asInt());
            assertEquals(503, dead.path("lastStatus").asInt());
            assertTrue(receiver.isQuiet());

            String again =
                    hooks() + "/" + webhook + "/deliveries/" + dead.path("id").asString() + "/redeliver";
            assertEquals(202, calls.postJson(again, "").statusCode());
            assertEquals("/hook?of=relogrid", receiver.next().path());
            delivery(webhook, "delivered");
            assertEquals(409, calls.postJson(again, "").statusCode());
        }
    }

    @Test
    void nobodyThereIsSaidInTheDelivery() throws Exception {
        String url;
        try (Receiver receiver = new Receiver()) {
            url = receiver.url();
        }
        String webhook = add(url).path("id").asString();
        assertTrue(happen("new"));
        JsonNode dead = delivery(webhook, "dead");
        assertTrue(dead.path("lastError").asString().startsWith("nothing was heard: "), dead::toString);
    }

    @Test
    void webhooksAreListedChangedAndRemoved() {
        String id = add("http://127.0.0.1:1/").path("id").asString();
        assertEquals(1, json(calls.get(hooks())).path("items").size());
        assertFalse(json(calls.get(hooks() + "/" + id)).path("secret").isString());
        HttpResponse<String> off = calls.send(
                "PATCH",
                hooks() + "/" + id,
                BodyPublishers.ofString("{\"active\": false}"),
                "Content-Type",
                "application/json");
        assertFalse(json(off).path("active").asBoolean());
        assertEquals("http://127.0.0.1:1/", json(off).path("url").asString());
        assertEquals(204, calls.delete(hooks() + "/" + id).statusCode());
        assertEquals(404, calls.get(hooks() + "/" + id).statusCode());
        assertEquals(
                422,
                calls.postJson(hooks(), "{\"url\": \"file:///etc/passwd\"}").statusCode());
        assertEquals(400, calls.postJson(hooks(), "{}").statusCode());
        assertEquals(404, calls.get("/api/v1/projects/nobody/webhooks").statusCode());
    }

    @Test
    void feedGoesOnWhereItEndedAndIsAtomToo() throws Exception {
        assertTrue(happen("first"));
        assertTrue(happen("second"));
        JsonNode first = json(calls.get("/api/v1/events?limit=1&project=" + project));
        assertEquals(
                "first", first.path("items").get(0).path("after").path("engine").asString());
        String cursor = first.path("nextCursor").asString();
        JsonNode second = json(calls.get("/api/v1/events?project=" + project + "&cursor=" + cursor));
        assertEquals(1, second.path("items").size());
        String end = second.path("nextCursor").asString();
        JsonNode none = json(calls.get("/api/v1/events?project=" + project + "&cursor=" + end));
        assertTrue(none.path("items").isEmpty());
        assertEquals(end, none.path("nextCursor").asString());

        HttpResponse<String> atom = calls.get("/api/v1/events.atom?project=" + project);
        assertEquals(200, atom.statusCode(), atom::body);
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(atom.body().getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, parsed.getElementsByTagName("entry").getLength());
        assertTrue(atom.body().contains("field &#60;x&#62; &#38; co"), atom::body);
    }
}
