package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.object.Objects;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Uploads, good and bad, and what is given back. */
@ServiceTest
final class ObjectsApiTest {
    private static final int TOO_MANY = 33 << 20;

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Objects objects;

    private Service service;

    @BeforeEach
    void connect() {
        service = Service.admin(port, tokens);
    }

    /** An object nobody uploaded before. */
    private static byte[] fresh() {
        String name = "probe_" + System.nanoTime();
        return new ObjectBuilder()
                .program("kprobe/vfs_read", name, ObjectBuilder.EXIT)
                .bytes(ByteOrder.LITTLE_ENDIAN);
    }

    private boolean isKept(String sha256) {
        return service.calls().get("/api/v1/objects/" + sha256).statusCode() == 200;
    }

    @Test
    void putAnswersAtOnceAndTheSameAgainChangesNothing() {
        byte[] bytes = fresh();
        String sha = Sha256.of(bytes);
        HttpResponse<String> first = service.upload(bytes, "probe.bpf.o");
        HttpResponse<String> second = service.upload(bytes, "other.bpf.o");
        JsonNode result = Service.json(first).get("result");
        assertAll(
                () -> assertEquals(201, first.statusCode(), first::body),
                () -> assertEquals(200, second.statusCode(), second::body),
                () -> assertEquals(
                        "/api/v1/objects/" + sha,
                        first.headers().firstValue("location").orElse("")),
                () -> assertTrue(result.get("headline").asString().startsWith("relocates on"), first::body),
                () -> assertTrue(result.get("verdicts").get("ok").asInt() > 0, first::body),
                () -> assertEquals(
                        "probe.bpf.o", Service.json(second).get("name").asString()),
                () -> assertFalse(
                        Service.json(second).get("result").get("isNew").asBoolean()));
    }

    @Test
    void theNameMayComeInAHeaderAndLosesItsFolders() {
        byte[] bytes = fresh();
        HttpResponse<String> answer = service.calls()
                .put(
                        "/api/v1/objects/" + Sha256.of(bytes),
                        bytes,
                        "Content-Disposition",
                        "attachment; filename=\"../../etc/open.bpf.o\"");
        assertEquals("open.bpf.o", Service.json(answer).get("name").asString(), answer::body);
    }

    @Test
    void headViewAndBytes() throws Exception {
        byte[] bytes = fresh();
        String sha = Sha256.of(bytes);
        String path = "/api/v1/objects/" + sha;
        assertEquals(
                404, service.calls().send("HEAD", path, BodyPublishers.noBody()).statusCode());
        service.upload(bytes, "probe.bpf.o");
        HttpResponse<String> head = service.calls().send("HEAD", path, BodyPublishers.noBody());
        JsonNode view = service.get("/objects/" + sha.substring(0, 12));
        HttpResponse<byte[]> back = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.calls().uri(path + "/bytes"))
                                .build(),
                        BodyHandlers.ofByteArray());
        String etag = head.headers().firstValue("etag").orElse("");
        assertAll(
                () -> assertEquals(200, head.statusCode()),
                () -> assertEquals(
                        "no-cache, private",
                        head.headers().firstValue("cache-control").orElse("")),
                () -> assertTrue(service.calls()
                        .get(path + "/bytes")
                        .headers()
                        .firstValue("cache-control")
                        .orElse("")
                        .contains("immutable")),
                () -> assertEquals(
                        304, service.calls().get(path, "If-None-Match", etag).statusCode()),
                () -> assertEquals(
                        304,
                        service.calls()
                                .get(path, "If-None-Match", "\"x\", W/" + etag)
                                .statusCode()),
                () -> assertEquals(sha, view.get("sha256").asString()),
                () -> assertEquals(bytes.length, view.get("size").asInt()),
                () -> assertEquals(1, view.get("programs").size()),
                () -> assertFalse(view.has("result")),
                () -> assertArrayEquals(bytes, back.body()));
    }

    @Test
    void theNewestAnswerIsToldInOneSentence() {
        byte[] bytes = fresh();
        String sha = Sha256.of(bytes);
        objects.put(bytes, "unasked.o");
        JsonNode unasked = service.get("/objects/" + sha);
        JsonNode matrix = service.get("/objects/" + sha + "/matrix");
        JsonNode view = service.get("/objects/" + sha);
        JsonNode listed = service.get("/objects?limit=1").get("objects").get(0);
        assertAll(
                () -> assertFalse(unasked.has("headline") || unasked.has("counts") || unasked.has("outdated")),
                () -> assertEquals(matrix.get("headline"), view.get("headline")),
                () -> assertEquals(matrix.get("counts"), view.get("counts")),
                () -> assertFalse(view.get("outdated").asBoolean()),
                () -> assertEquals(sha, listed.get("sha256").asString()),
                () -> assertEquals(view.get("headline"), listed.get("headline")),
                () -> assertEquals(view.get("counts"), listed.get("counts")),
                () -> assertTrue(view.get("projects").isEmpty()),
                () -> assertFalse(listed.has("projects")));
    }

    @Test
    void anObjectSaysWhichRefsHaveIt() {
        byte[] bytes = fresh();
        String sha = Sha256.of(bytes);
        service.upload(bytes, "held.o");
        String project = "/api/v1/projects/held-" + sha.substring(0, 8);
        assertEquals(201, service.calls().put(project, new byte[0]).statusCode());
        String path = "/api/v1/objects/" + sha;
        String before = service.calls().get(path).headers().firstValue("etag").orElse("");
        byte[] body = ("{\"sha256\": \"" + sha + "\", \"commit\": \"abc1234\"}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> attached = service.calls()
                .put(project + "/refs/feature~x/objects/bpf/held.o", body, "Content-Type", "application/json");
        JsonNode holder = service.get("/objects/" + sha).get("projects").get(0);
        assertAll(
                () -> assertEquals(200, attached.statusCode(), attached::body),
                () -> assertEquals("feature/x", holder.get("ref").asString()),
                () -> assertEquals("bpf/held.o", holder.get("path").asString()),
                () -> assertEquals("abc1234", holder.get("commit").asString()),
                () -> assertEquals(
                        200, service.calls().get(holder.get("href").asString()).statusCode()),
                () -> assertEquals(
                        200, service.calls().get(path, "If-None-Match", before).statusCode()));
    }

    @Test
    void postLeadsToTheObjectAndTakesForms() {
        byte[] bytes = fresh();
        String sha = Sha256.of(bytes);
        HttpResponse<String> raw =
                service.calls().send("POST", "/api/v1/objects?name=a.o", BodyPublishers.ofByteArray(bytes));
        byte[] other = fresh();
        HttpResponse<String> form = service.calls()
                .send(
                        "POST",
                        "/api/v1/objects",
                        BodyPublishers.ofByteArray(form(other)),
                        "Content-Type",
                        "multipart/form-data; boundary=XX");
        assertAll(
                () -> assertEquals(303, raw.statusCode(), raw::body),
                () -> assertEquals(
                        "/api/v1/objects/" + sha,
                        raw.headers().firstValue("location").orElse("")),
                () -> assertEquals(303, form.statusCode(), form::body),
                () -> assertEquals("form.bpf.o", Service.json(form).get("name").asString()),
                () -> assertTrue(isKept(Sha256.of(other))));
    }

    private static byte[] form(byte[] file) {
        byte[] head = """
                --XX
                Content-Disposition: form-data; name="file"; filename="form.bpf.o"
                Content-Type: application/octet-stream

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(file, 0, all, head.length, file.length);
        System.arraycopy(tail, 0, all, head.length + file.length, tail.length);
        return all;
    }

    @Test
    void whatCurlCallsAFormIsTakenOrRefusedAndNeverCutShort() {
        byte[] bytes = fresh();
        HttpResponse<String> put = service.calls()
                .put("/api/v1/objects/" + Sha256.of(bytes), bytes, "Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> post = service.calls()
                .send(
                        "POST",
                        "/api/v1/objects",
                        BodyPublishers.ofByteArray(bytes),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertEquals(415, put.statusCode(), put::body);
        assertTrue(post.statusCode() == 303 || post.statusCode() == 415, post::body);
        assertEquals(post.statusCode() == 303, isKept(Sha256.of(bytes)));
    }

    @Test
    void anotherDigestIsRefusedAndKeptNowhere() {
        byte[] bytes = fresh();
        String wrong = Sha256.of(new byte[1]);
        HttpResponse<String> answer = service.calls().put("/api/v1/objects/" + wrong, bytes);
        JsonNode problem = Service.json(answer);
        assertAll(
                () -> assertEquals(422, answer.statusCode(), answer::body),
                () -> assertEquals("digest_mismatch", problem.get("code").asString()),
                () -> assertEquals(wrong, problem.get("expected").asString()),
                () -> assertEquals(Sha256.of(bytes), problem.get("found").asString()),
                () -> assertFalse(isKept(Sha256.of(bytes))),
                () -> assertFalse(isKept(wrong)));
    }

    @Test
    void whatIsNoObjectIsRefusedWithThePlace() {
        byte[] text = "no object at all, however long it goes on and on and on and on".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = service.upload(text, "text");
        byte[] cut = Arrays.copyOf(Service.sample("ctime"), 3000);
        HttpResponse<String> half = service.upload(cut, "cut");
        HttpResponse<String> empty = service.upload(new byte[0], "empty");
        JsonNode problem = Service.json(answer);
        assertAll(
                () -> assertEquals(422, answer.statusCode(), answer::body),
                () -> assertEquals("malformed_object", problem.get("code").asString()),
                () -> assertEquals(0, problem.get("offset").asInt()),
                () -> assertTrue(problem.has("expected") && problem.has("found") && problem.has("section")),
                () -> assertEquals(422, half.statusCode(), half::body),
                () -> assertEquals(400, empty.statusCode(), empty::body),
                () -> assertFalse(isKept(Sha256.of(text))));
    }

    @Test
    void tooManyBytesAreRefusedTheirNumberToldOrNot() {
        byte[] bytes = new byte[TOO_MANY];
        String path = "/api/v1/objects/" + Sha256.of(bytes);
        assertEquals("too_large", refused(path, BodyPublishers.ofByteArray(bytes)));
        assertEquals("too_large", refused(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    /** The code of the problem; a service may also close on a sender who does not stop. */
    private String refused(String path, HttpRequest.BodyPublisher body) {
        try {
            HttpResponse<String> answer = service.calls().send("PUT", path, body);
            assertEquals(413, answer.statusCode(), answer::body);
            return Service.json(answer).get("code").asString();
        } catch (UncheckedIOException e) {
            return "too_large";
        }
    }

    @Test
    void halfAnUploadLeavesNothing() throws Exception {
        byte[] bytes = fresh();
        String sha = Sha256.of(bytes);
        for (String length : List.of("Content-Length: " + bytes.length, "Transfer-Encoding: chunked")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                out.write(("PUT /api/v1/objects/" + sha + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + service.calls().token() + "\r\n" + length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                if (length.endsWith("chunked")) {
                    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(bytes, 0, bytes.length / 2);
                out.flush();
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes(); // until the service has given up, too
            }
            assertFalse(isKept(sha), length);
        }
        assertEquals(201, service.upload(bytes, "whole.o").statusCode());
    }

    @Test
    void theSameObjectFromManyAtOnceIsOneRow() throws Exception {
        byte[] bytes = fresh();
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                answers.add(clients.submit(() -> service.upload(bytes, "same.o").statusCode()));
            }
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            codes.add(answer.get());
        }
        assertEquals(1, codes.stream().filter(code -> code == 201).count(), codes::toString);
        assertEquals(15, codes.stream().filter(code -> code == 200).count(), codes::toString);
        assertEquals(1, count("select count(*) from object where sha256 = ?", Sha256.of(bytes)));
        assertEquals(
                1,
                count(
                        "select count(*) from analysis a join object o on o.id = a.object_id where o.sha256 = ?",
                        Sha256.of(bytes)));
    }

    private int count(String sql, String sha256) {
        return db.sql(sql).param(sha256).query(Integer.class).single();
    }

    @Test
    void theListGoesOnWhereItEnded() {
        for (int i = 0; i < 5; i++) {
            service.upload(fresh(), "listed" + i + ".o");
        }
        List<String> all = new ArrayList<>();
        String path = "/api/v1/objects?limit=2";
        while (path != null && all.size() < 1000) {
            HttpResponse<String> page = service.calls().get(path);
            JsonNode body = Service.json(page);
            body.get("objects").forEach(object -> all.add(object.get("sha256").asString()));
            String link = page.headers().firstValue("link").orElse(null);
            assertEquals(link == null, body.get("nextCursor").isNull());
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        Set<String> different = new HashSet<>(all);
        assertEquals(all.size(), different.size());
        assertEquals(db.sql("select count(*) from object").query(Integer.class).single(), all.size());
        for (String bad : List.of("?cursor=x", "?cursor=MTp4", "?limit=0", "?limit=501", "?limit=x")) {
            assertEquals(400, service.calls().get("/api/v1/objects" + bad).statusCode(), bad);
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        for (String path : List.of("/" + "0".repeat(64), "/abc", "/" + "0".repeat(64) + "/matrix", "/nothing/report")) {
            HttpResponse<String> answer = service.calls().get("/api/v1/objects" + path);
            assertEquals(404, answer.statusCode(), path + answer.body());
            assertEquals("not_found", Service.json(answer).get("code").asString());
        }
        assertEquals(
                405, service.calls().put("/api/v1/objects/ABC", new byte[1]).statusCode(), "no digest");
    }
}
