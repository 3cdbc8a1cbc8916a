package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Attachment;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefName;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kernels, what is known of the kernel in general, and who needs what of it. */
@ServiceTest
final class KernelsApiTest {
    private static final String CLOUD = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private KernelArchive archive;

    @Autowired
    private Projects projects;

    @Autowired
    private Objects objects;

    private Service service;

    @BeforeEach
    void connect() {
        service = Service.admin(port, tokens);
    }

    @Test
    void theListGoesOnWhereItEnded() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get("/kernels?limit=100" + cursor);
            page.get("kernels").forEach(kernel -> ids.add(kernel.get("id").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertEquals(
                archive.current().archive().entries().stream()
                        .map(entry -> entry.id().toString())
                        .toList(),
                ids);
    }

    @Test
    void aQueryMeansTheSameEverywhere() {
        JsonNode targets = service.get("/targets?q=debian%2Ftrixie+and+amd64+and+cloud");
        JsonNode list = service.get("/kernels?targets=debian%2Ftrixie+and+amd64+and+cloud&limit=500");
        assertAll(
                () -> assertEquals(
                        targets.get("count").asInt(), list.get("kernels").size()),
                () -> assertEquals(targets.get("query"), list.get("query")),
                () -> assertTrue(targets.get("count").asInt() > 0),
                () -> assertEquals(400, service.calls().get("/api/v1/targets").statusCode()));
    }

    @Test
    void healthCountsWhatIsThere() {
        JsonNode health = service.get("/kernels/health");
        int kernels = health.get("kernels").asInt();
        assertAll(
                () -> assertEquals(archive.current().kernels().size(), kernels),
                () -> assertEquals(
                        kernels,
                        health.get("withBtf").asInt() + health.get("noBtf").size()),
                () -> assertTrue(health.get("age").asLong() >= 0),
                () -> assertTrue(health.get("damagedPacks").isEmpty()),
                () -> assertTrue(health.get("archive").get("digest").asString().length() == 64));
    }

    @Test
    void oneKernelAndWhatBreaksOnIt() {
        service.uploaded("ctime");
        StoredObject object = objects.list(Long.MAX_VALUE, 500).stream()
                .filter(one -> one.name().equals("ctime.bpf.o"))
                .findFirst()
                .orElseThrow();
        Project project = projects.getOrCreate("kernels-api").project();
        projects.attach(project, new Attachment(RefName.of("main"), "ctime.bpf.o", object.id(), null));
        JsonNode facts = service.get("/kernels/" + CLOUD);
        JsonNode broken = facts.get("broken").get(0);
        assertAll(
                () -> assertEquals(CLOUD, facts.get("kernel").get("id").asString()),
                () -> assertTrue(facts.get("counts").get("broken").asInt() >= 1, facts::toString),
                () -> assertEquals(64, broken.get("sha256").asString().length()),
                () -> assertFalse(broken.get("reason").asString().isEmpty()),
                () -> assertEquals(
                        404,
                        service.calls().get("/api/v1/kernels/" + CLOUD + "x").statusCode()));
    }

    @Test
    void aKernelIsAddedOnceAndNoOtherInItsPlace(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("k.btf.tar.xz");
        HubFile.write(file, "5.4.0-9.btf");
        byte[] bytes = Files.readAllBytes(file);
        String id = "tested/1/amd64/5.4.0-9";
        String path = "/api/v1/kernels?name=tested/1/x86_64/5.4.0-9.btf.tar.xz";
        HttpResponse<String> added = post(path, bytes);
        HttpResponse<String> again = post(path, bytes);
        byte[] damaged = Arrays.copyOf(bytes, bytes.length / 2);
        assertAll(
                () -> assertEquals(201, added.statusCode(), added::body),
                () -> assertEquals(
                        "/api/v1/kernels/" + id,
                        added.headers().firstValue("location").orElse("")),
                () -> assertTrue(
                        Service.json(added).get("kernels").get(0).get("btf").asBoolean(), added::body),
                () -> assertEquals(200, again.statusCode(), again::body),
                () -> assertEquals(
                        id,
                        service.get("/kernels/" + id).get("kernel").get("id").asString()),
                () -> assertEquals(
                        "conflict",
                        code(
                                409,
                                post("/api/v1/kernels?id=" + CLOUD.replace("+", "%2B") + "&name=k.btf.tar.xz", bytes))),
                () -> assertEquals(
                        422, post(path.replace("5.4.0-9", "5.4.0-10"), damaged).statusCode()),
                () -> assertEquals("malformed_input", code(422, post("/api/v1/kernels?name=k.btf.tar.xz", bytes))),
                () -> assertEquals(
                        "malformed_input",
                        code(422, post("/api/v1/kernels", "nothing".getBytes(StandardCharsets.UTF_8)))),
                () -> assertEquals("bad_request", code(400, post("/api/v1/kernels?id=x", bytes))),
                () -> assertEquals("bad_request", code(400, post("/api/v1/kernels?modules=few", bytes))));
        try (Stream<Path> left = Files.list(archive.dir().resolveSibling("incoming"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    private HttpResponse<String> post(String path, byte[] body) {
        return service.calls()
                .send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", "application/octet-stream");
    }

    private static String code(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        return Service.json(answer).get("code").asString();
    }

    @Test
    void aHistoryIsWhatItsDescriptionSays() {
        JsonMapper strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        HistoryView history =
                strict.treeToValue(service.get("/history?of=struct+inode+i_ctime&targets=debian"), HistoryView.class);
        int kernels = 0;
        for (HistoryView.AnswerView answer : history.answers()) {
            kernels += answer.kernels();
        }
        assertEquals(history.kernels().size(), kernels);
    }

    @Test
    void historyIsToldAsTheCommandLineTellsIt() {
        JsonNode history = service.get("/history?of=struct+inode+i_ctime&targets=debian");
        HttpResponse<String> text =
                service.calls().get("/api/v1/history?of=struct+inode+i_ctime&targets=debian", "Accept", "text/plain");
        JsonNode enumerator = service.get("/history?of=enumval+BPF_FUNC_loop&targets=debian");
        assertAll(
                () -> assertEquals(
                        "struct inode i_ctime", history.get("question").asString()),
                () -> assertTrue(history.get("answers").size() >= 2),
                () -> assertTrue(text.body().contains("i_ctime"), text::body),
                () -> assertTrue(enumerator.get("present").asInt() > 0),
                () -> assertEquals(
                        400, service.calls().get("/api/v1/history?of=nonsense").statusCode()),
                () -> assertEquals(
                        400,
                        service.calls()
                                .get("/api/v1/history?of=enumval+NO_SUCH_THING")
                                .statusCode()));
    }

    @Test
    void whoUsesIsFoundAmongAllAndInAProject() {
        String sha = service.uploaded("ctime_fixed");
        service.uploaded("task_state");
        JsonNode all = service.get("/uses?of=struct+inode+i_ctime");
        List<String> names = new ArrayList<>();
        all.get("objects").forEach(object -> names.add(object.get("name").asString()));
        Project project = projects.getOrCreate("uses-api").project();
        StoredObject object = objects.find(sha).orElseThrow();
        projects.attach(project, new Attachment(RefName.of("main"), "a.o", object.id(), null));
        JsonNode some = service.get("/uses?of=struct+inode+i_ctime&project=uses-api");
        assertAll(
                () -> assertTrue(names.contains("ctime_fixed.bpf.o"), names::toString),
                () -> assertFalse(names.contains("task_state.bpf.o"), names::toString),
                () -> assertEquals(1, some.get("objects").size()),
                () -> assertTrue(some.get("objects")
                                .get(0)
                                .get("uses")
                                .get(0)
                                .get("line")
                                .asInt()
                        > 0),
                () -> assertTrue(service.get("/uses?of=struct+nothing_has_this")
                        .get("objects")
                        .isEmpty()),
                () -> assertEquals(
                        400, service.calls().get("/api/v1/uses?of=what").statusCode()));
    }

    @Test
    void refsAreComparedByTheirPaths() {
        StoredObject before = objects.find(service.uploaded("ctime")).orElseThrow();
        StoredObject after = objects.find(service.uploaded("ctime_fixed")).orElseThrow();
        Project project = projects.getOrCreate("refs-api").project();
        projects.attach(project, new Attachment(RefName.of("main"), "a.o", before.id(), null));
        projects.attach(project, new Attachment(RefName.of("main"), "same.o", before.id(), null));
        projects.attach(project, new Attachment(RefName.of("next"), "a.o", after.id(), null));
        projects.attach(project, new Attachment(RefName.of("next"), "same.o", before.id(), null));
        projects.attach(project, new Attachment(RefName.of("next"), "z.o", after.id(), null));
        String path = "/diff?project=refs-api&from=main&to=next";
        JsonNode paths = service.get(path).get("paths");
        HttpResponse<String> text = service.calls().get("/api/v1" + path + "&format=text");
        assertAll(
                () -> assertEquals(3, paths.size()),
                () -> assertEquals("changed", paths.get(0).get("state").asString()),
                () -> assertEquals(
                        "fixed",
                        paths.get(0)
                                .get("diff")
                                .get("changes")
                                .get(0)
                                .get("kind")
                                .asString()),
                () -> assertEquals("same", paths.get(1).get("state").asString()),
                () -> assertEquals("added", paths.get(2).get("state").asString()),
                () -> assertTrue(text.body().contains("z.o (added)"), text::body),
                () -> assertEquals(
                        404,
                        service.calls()
                                .get("/api/v1/diff?project=refs-api&from=main&to=x")
                                .statusCode()));
    }

    @Test
    void theLegendHasEveryCode() {
        JsonNode legend = service.get("/verdicts");
        List<String> codes = new ArrayList<>();
        legend.get("causes").forEach(cause -> codes.add(cause.get("code").asString()));
        assertEquals(
                Arrays.stream(CauseCode.values()).map(Enum::name).sorted().toList(),
                codes.stream().sorted().toList());
        assertEquals(7, legend.get("verdicts").size());
        assertTrue(service.get("/renames").get("renames").size() > 50);
    }

    @Test
    void theLegendSaysWhatThePagesSay() throws IOException {
        String table = Files.readString(Path.of("docs/verdicts/README.md"));
        for (CauseMeaning cause : CauseMeanings.all()) {
            String row = "| [" + cause.code() + "](" + cause.code() + ".md) | " + cause.stage() + " | "
                    + cause.meaning() + " |";
            assertTrue(table.contains(row), row);
        }
    }
}
