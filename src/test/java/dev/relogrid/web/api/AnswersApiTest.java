package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.cli.Main;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.kernel.KernelArchive;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered about objects, held against what the command line says. */
@ServiceTest
final class AnswersApiTest {
    private static final String CLOUD = "debian/trixie and amd64 and cloud";

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private KernelArchive archive;

    private Service service;

    @BeforeEach
    void connect() {
        service = Service.admin(port, tokens);
    }

    private String cli(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--archive", archive.dir().toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Main.run(all.toArray(String[]::new), stream, stream);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ctime", "task_state", "guarded", "rodata_switch", "big_endian", "linked_programs", "no_btf"})
    void theMatrixSaysWhatTheCommandLineSays(String sample) {
        JsonNode matrix = service.get("/objects/" + service.uploaded(sample) + "/matrix");
        String file = Service.SAMPLES.resolve(sample + ".bpf.o").toString();
        JsonNode check = JsonMapper.shared()
                .readTree(cli("check", file, "--format", "json"))
                .get("objects")
                .get(0);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < matrix.get("kernels").size(); i++) {
            columns.put(matrix.get("kernels").get(i).get("id").asString(), i);
        }
        JsonNode legend = matrix.get("legend");
        assertFalse(
                check.get("kernels").isEmpty() && check.get("otherByteOrder").isEmpty());
        for (JsonNode kernel : check.get("kernels")) {
            int column = columns.getOrDefault(kernel.get("kernel").asString(), -1);
            assertEquals(kernel.get("verdict"), word(legend, matrix.get("object"), column));
            for (int i = 0; i < kernel.get("programs").size(); i++) {
                assertEquals(
                        kernel.get("programs").get(i).get("verdict"),
                        word(legend, matrix.get("verdicts").get(i), column));
            }
        }
        for (JsonNode aside : check.get("otherByteOrder")) {
            int column = columns.getOrDefault(aside.asString(), -1);
            assertEquals(
                    "other_byte_order",
                    word(legend, matrix.get("object"), column).asString());
        }
        causes(matrix, check);
    }

    private static JsonNode word(JsonNode legend, JsonNode row, int column) {
        return legend.get(row.asString().substring(column, column + 1));
    }

    private static void causes(JsonNode matrix, JsonNode check) {
        assertEquals(check.get("causes").size(), matrix.get("causes").size());
        for (int i = 0; i < check.get("causes").size(); i++) {
            JsonNode mine = matrix.get("causes").get(i);
            JsonNode theirs = check.get("causes").get(i);
            List<String> kernels = new ArrayList<>();
            for (JsonNode range : mine.get("kernels")) {
                for (int at = range.get(0).asInt(); at <= range.get(1).asInt(); at++) {
                    kernels.add(matrix.get("kernels").get(at).get("id").asString());
                }
            }
            List<String> expected = new ArrayList<>();
            theirs.get("kernels").forEach(id -> expected.add(id.asString()));
            assertEquals(expected, kernels);
            assertEquals(theirs.get("code"), mine.get("code"));
            assertEquals(theirs.get("wanted"), mine.get("wanted"));
        }
    }

    @Test
    void targetsChooseColumns() {
        String sha = service.uploaded("ctime");
        JsonNode all = service.get("/objects/" + sha + "/matrix");
        JsonNode some = service.get("/objects/" + sha + "/matrix?targets=" + encoded(CLOUD));
        assertAll(
                () -> assertTrue(some.get("kernels").size() > 0),
                () -> assertTrue(some.get("kernels").size() < all.get("kernels").size()),
                () -> assertEquals(
                        some.get("kernels").size(),
                        some.get("object").asString().length()),
                () -> assertEquals(CLOUD, some.get("targets").asString()),
                () -> assertTrue(some.get("kernels").get(0).get("btf").asBoolean()),
                () -> assertEquals(
                        service.get("/kernels?targets=" + encoded(CLOUD))
                                .get("kernels")
                                .get(0)
                                .get("version"),
                        some.get("kernels").get(0).get("version")),
                () -> assertTrue(all.get("booted").isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian/nowhere", "lts and", "plan9 and amd64", "(("})
    void targetsThatMeanNothingAreAProblemThatHelps(String targets) {
        String sha = service.uploaded("ctime");
        for (String path : List.of("/objects/" + sha + "/matrix?targets=", "/targets?q=", "/kernels?targets=")) {
            HttpResponse<String> answer = service.calls().get("/api/v1" + path + encoded(targets));
            assertEquals(400, answer.statusCode(), answer::body);
            assertEquals("bad_targets", Service.json(answer).get("code").asString());
            assertTrue(Service.json(answer).get("detail").asString().length() > 20, answer::body);
        }
    }

    @Test
    void whoeverHasTheAnswerIsToldSo() {
        String path = "/api/v1/objects/" + service.uploaded("ctime") + "/matrix";
        String etag = service.calls().get(path).headers().firstValue("etag").orElse("");
        HttpResponse<String> again = service.calls().get(path, "If-None-Match", etag);
        HttpResponse<String> other = service.calls().get(path + "?targets=amd64", "If-None-Match", etag);
        assertAll(
                () -> assertTrue(etag.matches("\"[0-9a-f]{32}\""), etag),
                () -> assertEquals(304, again.statusCode()),
                () -> assertEquals(etag, again.headers().firstValue("etag").orElse("")),
                () -> assertEquals("", again.body()),
                () -> assertEquals(200, other.statusCode()));
    }

    @Test
    void anAnswerCanBePinned() {
        String path = "/objects/" + service.uploaded("ctime") + "/matrix?archive=";
        JsonNode now = service.get(path.substring(0, path.indexOf('?')));
        String digest = now.get("archive").get("digest").asString();
        String day = now.get("archive").get("date").asString().substring(0, 10);
        HttpResponse<String> pinned = service.calls().get("/api/v1" + path + digest.substring(0, 12));
        assertAll(
                () -> assertEquals(200, pinned.statusCode(), pinned::body),
                () -> assertTrue(
                        pinned.headers().firstValue("cache-control").orElse("").contains("immutable")),
                () -> assertEquals(
                        digest,
                        service.get(path + day).get("archive").get("digest").asString()),
                () -> assertEquals(
                        404,
                        service.calls().get("/api/v1" + path + "2001-01-01").statusCode()),
                () -> assertEquals(
                        404,
                        service.calls().get("/api/v1" + path + "0000000000").statusCode()),
                () -> assertEquals(
                        400, service.calls().get("/api/v1" + path + "yesterday").statusCode()));
    }

    @Test
    void whatIsSetBeforeLoadIsAnotherAnswer() {
        String path = "/objects/" + service.uploaded("rodata_switch") + "/matrix";
        String plain = service.get(path).get("object").asString();
        String switched =
                service.get(path + "?set.use_new_name=true").get("object").asString();
        HttpResponse<String> unknown = service.calls().get("/api/v1" + path + "?set.no_such_variable=1");
        HttpResponse<String> program = service.calls().get("/api/v1" + path + "?autoload.no_such_program=off");
        HttpResponse<String> neither = service.calls().get("/api/v1" + path + "?autoload.x=maybe");
        assertAll(
                () -> assertNotEquals(plain, switched),
                () -> assertEquals(400, unknown.statusCode(), unknown::body),
                () -> assertEquals(400, program.statusCode(), program::body),
                () -> assertEquals(400, neither.statusCode(), neither::body));
    }

    @Test
    void theReportIsTheOneOfTheCommandLine() {
        String path = "/api/v1/objects/" + service.uploaded("ctime") + "/report";
        HttpResponse<String> json = service.calls().get(path);
        String cli = cli("check", Service.SAMPLES.resolve("ctime.bpf.o").toString(), "--format", "json");
        JsonNode mine = Service.json(json).get("objects").get(0);
        JsonNode theirs = JsonMapper.shared().readTree(cli).get("objects").get(0);
        for (String part : List.of("kernels", "causes", "warnings", "otherByteOrder", "unanswered", "relocations")) {
            assertEquals(theirs.get(part), mine.get(part), part);
        }
        assertTrue(json.headers().firstValue("vary").orElse("").contains("Accept"));
    }

    @Test
    void theReportHasFiveForms() {
        String path = "/api/v1/objects/" + service.uploaded("ctime") + "/report";
        Map<String, String> beginnings = Map.of(
                "application/json", "{\"schemaVersion\"",
                "text/markdown", "",
                "text/plain", "ctime.bpf.o: ",
                "application/sarif+json", "{",
                "text/csv", "");
        List<String> etags = new ArrayList<>();
        beginnings.forEach((type, beginning) -> {
            HttpResponse<String> answer = service.calls().get(path, "Accept", type);
            assertEquals(200, answer.statusCode(), answer::body);
            assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith(type), type);
            assertTrue(answer.body().startsWith(beginning), answer::body);
            assertTrue(answer.body().length() > 100, type);
            etags.add(answer.headers().firstValue("etag").orElse(""));
        });
        assertEquals(5, etags.stream().distinct().count());
        HttpResponse<String> linked = service.calls().get(path + "?format=text", "Accept", "text/html");
        assertTrue(linked.headers().firstValue("content-type").orElse("").startsWith("text/plain"));
        assertEquals(406, service.calls().get(path, "Accept", "image/png").statusCode());
        assertEquals(400, service.calls().get(path + "?format=pdf").statusCode());
        HttpResponse<String> browser = service.calls().get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertTrue(browser.headers().firstValue("content-type").orElse("").startsWith("application/json"));
    }

    @Test
    void anExplanationIsTheOneOfTheCommandLine() {
        String sha = service.uploaded("ctime");
        String file = Service.SAMPLES.resolve("ctime.bpf.o").toString();
        JsonNode explained = service.get("/objects/" + sha + "/relocations/3");
        HttpResponse<String> text =
                service.calls().get("/api/v1/objects/" + sha + "/relocations/3", "Accept", "text/plain");
        String told = cli("explain", file, "3").replace(file, "ctime.bpf.o");
        assertAll(
                () -> assertTrue(text.body().contains("i_ctime"), text::body),
                () -> assertEquals(head(told), head(text.body())),
                () -> assertEquals(text.body(), explained.get("text").asString()),
                () -> assertEquals(1, explained.get("causes").size()),
                () -> assertTrue(
                        explained.get("causes").get(0).get("fix").asString().contains("___")),
                () -> assertEquals(
                        explained.get("causes").get(0).get("wanted"),
                        service.get("/objects/" + sha + "/causes/0")
                                .get("causes")
                                .get(0)
                                .get("wanted")),
                () -> assertEquals(
                        404,
                        service.calls()
                                .get("/api/v1/objects/" + sha + "/relocations/99")
                                .statusCode()),
                () -> assertEquals(
                        404,
                        service.calls()
                                .get("/api/v1/objects/" + sha + "/causes/99")
                                .statusCode()),
                () -> assertEquals(
                        400,
                        service.calls()
                                .get("/api/v1/objects/" + sha + "/causes/x")
                                .statusCode()),
                () -> assertTrue(service.get("/objects/" + sha + "/relocations/0")
                        .get("text")
                        .asString()
                        .contains("in the way on none")));
    }

    /** Lines break elsewhere where a terminal is narrower. */
    private static String head(String text) {
        return String.join(" ", text.strip().split("\\s+", -1)).replace("relogrid explain ", "");
    }

    @Test
    void objectsKernelsAndTheirDifferences() {
        String from = service.uploaded("ctime");
        String to = service.uploaded("ctime_fixed");
        String path = "/api/v1/diff?from=" + from + "&to=" + to;
        JsonNode diff = Service.json(service.calls().get(path)).get("diff");
        JsonNode none = service.get("/diff?from=" + from + "&to=" + from).get("diff");
        HttpResponse<String> text = service.calls().get(path, "Accept", "text/plain");
        HttpResponse<String> markdown = service.calls().get(path + "&format=markdown");
        String kernels = "debian/bookworm/amd64/6.1.0-50-rt-amd64...trixie/amd64/6.12.107+deb13-cloud-amd64";
        String moved = "/objects/" + from + "/diff?kernels=" + encoded(kernels);
        JsonNode upgrade = service.get(moved).get("diff");
        assertAll(
                () -> assertEquals(
                        "fixed", diff.get("changes").get(0).get("kind").asString(), diff::toString),
                () -> assertTrue(none.get("changes").isEmpty()),
                () -> assertTrue(none.get("same").asInt() > 10),
                () -> assertTrue(text.body().contains("fixed"), text::body),
                () -> assertTrue(markdown.body().length() > 20, markdown::body),
                () -> assertEquals(
                        "regressed", upgrade.get("changes").get(0).get("kind").asString()),
                () -> assertEquals(
                        400,
                        service.calls()
                                .get("/api/v1/objects/" + from + "/diff?kernels=x")
                                .statusCode()),
                () -> assertEquals(
                        400, service.calls().get("/api/v1/diff?from=" + from).statusCode()),
                () -> assertEquals(
                        404,
                        service.calls()
                                .get("/api/v1/diff?project=nobody&from=a&to=b")
                                .statusCode()));
    }

    @Test
    void anInspectionIsTheOneOfTheCommandLine() {
        JsonNode mine = service.get("/objects/" + service.uploaded("maps") + "/inspect");
        String file = Service.SAMPLES.resolve("maps.bpf.o").toString();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Main.run(new String[] {"inspect", file, "--format", "json"}, stream, stream);
        JsonNode theirs = JsonMapper.shared().readTree(out.toByteArray());
        for (String part : List.of("byteOrder", "programs", "maps", "externs", "relocations", "warnings", "refusal")) {
            assertEquals(theirs.get(part), mine.get(part), part);
        }
        assertNotEquals(0, mine.get("maps").size());
    }

    /** Every setting that is asked for is kept, so strangers are given what is there and add nothing. */
    @Test
    void settingsOfOnesOwnWantATokenOnce() {
        String path = "/api/v1/objects/" + service.uploaded("rodata_switch") + "/matrix?set.use_new_name=0&targets=lts";
        ServiceCalls nobody = service.calls().as(null);
        HttpResponse<String> refused = nobody.get(path);
        assertEquals(403, refused.statusCode(), refused::body);
        assertEquals(200, service.calls().get(path).statusCode());
        assertEquals(200, nobody.get(path).statusCode());
        assertEquals(403, nobody.get(path.replace("=0&", "=false&")).statusCode());
    }
}
