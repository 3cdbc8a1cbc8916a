package dev.relogrid.web.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Report;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a build to a release, with real objects on real kernels. */
@ServiceTest
class ProjectApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Objects objects;

    @Autowired
    private Analyses analyses;

    @Autowired
    private LoadProfiles profiles;

    @Autowired
    private KernelArchive archive;

    private ServiceCalls calls = new ServiceCalls(0, null);
    private String project = "";

    @BeforeEach
    void makeProject() {
        String secret =
                tokens.create(NewToken.lasting("project tests", Scope.ADMIN)).secret();
        calls = new ServiceCalls(port, secret);
        project = "p-" + UUID.randomUUID();
        assertEquals(201, send("PUT", "", "").statusCode());
        assertEquals(200, send("PUT", "", "").statusCode());
    }

    private StoredObject upload(String sample) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/bpf/samples", sample + ".bpf.o"));
        return objects.put(bytes, sample + ".bpf.o").object();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        return calls.send(method, "/api/v1/projects/" + project + path, BodyPublishers.ofString(body), headers);
    }

    private HttpResponse<String> get(String path, String... headers) {
        return calls.get("/api/v1/projects/" + project + path, headers);
    }

    private HttpResponse<String> putPolicy(String text, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "text/yaml";
        return send("PUT", "/policy", text, all);
    }

    private HttpResponse<String> attach(String ref, String path, String sha256) {
        return send(
                "PUT",
                "/refs/" + ref + "/objects/" + path,
                "{\"sha256\": \"" + sha256 + "\", \"commit\": \"0123abc\"}",
                "Content-Type",
                "application/json");
    }

    private HttpResponse<String> releasable(String query) {
        return calls.get("/api/v1/releasable?" + query.replace("$", project));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer::body);
        return JSON.readTree(answer.body());
    }

    private static void assertProblem(int status, String code, String part, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        JsonNode problem = JSON.readTree(answer.body());
        assertEquals(code, problem.get("code").asString());
        assertTrue(problem.get("detail").asString().contains(part), answer::body);
    }

    private Report report(StoredObject object) {
        return analyses.report(analyses.judge(object, archive.current(), profiles.standard()));
    }

    private static long count(Report report, Verdict... verdicts) {
        long count = 0;
        for (int kernel : report.classOf()) {
            count += List.of(verdicts).contains(report.classes().get(kernel).verdict()) ? 1 : 0;
        }
        return count;
    }

    @Test
    void aBuildIsAttachedAndItsStandingTold() throws IOException {
        StoredObject object = upload("helper_unguarded");
        Report report = report(object);
        JsonNode attached = json(attach("feature~x", "bpf/open.bpf.o", object.sha256()));
        assertEquals("bpf/open.bpf.o", attached.get("path").asString());
        JsonNode kernels = attached.get("kernels");
        assertEquals(
                count(report, Verdict.OK, Verdict.GUARDED), kernels.get("pass").asLong());
        assertEquals(count(report, Verdict.BROKEN), kernels.get("fail").asLong());
        assertEquals(report.kernels().size(), kernels.get("total").asLong());
        JsonNode ref = json(get("/refs/feature~x"));
        assertEquals("feature/x", ref.get("ref").get("name").asString());
        assertEquals("branch", ref.get("ref").get("kind").asString());
        assertEquals(1, ref.get("objects").size());
        assertEquals(1, ref.get("trend").size());
        assertTrue(ref.get("reasons").get(0).asString().startsWith("HELPER_UNKNOWN, "), ref::toString);
        assertEquals(
                ref.get("ref").get("href").asString(),
                json(get("/refs")).get("items").get(0).get("href").asString());
        JsonNode detail = json(get(""));
        assertEquals("feature/x", detail.get("mainRef").get("name").asString());
        assertEquals("Required: all kernels.", detail.get("policy").get(0).asString());
    }

    @Test
    void historyGoesOnWhereItEnded() throws IOException {
        String[] samples = {"ctime", "folio", "guarded"};
        for (String sample : samples) {
            json(attach("main", "open.bpf.o", upload(sample).sha256()));
        }
        HttpResponse<String> first = get("/refs/main/history?limit=2");
        JsonNode page = json(first);
        assertEquals(2, page.get("items").size());
        assertTrue(first.headers().firstValue("Link").orElseThrow().contains("rel=\"next\""));
        JsonNode rest = json(get(
                "/refs/main/history?limit=2&cursor=" + page.get("nextCursor").asString()));
        assertEquals(
                upload("ctime").sha256(), rest.get("items").get(0).get("sha256").asString());
        assertTrue(rest.get("nextCursor").isNull());
        assertProblem(400, "bad_request", "cursor", get("/refs/main/history?cursor=zzz"));
        assertProblem(400, "bad_request", "limit", get("/refs/main/history?limit=501"));
        assertEquals(1, json(calls.get("/api/v1/projects?limit=1")).get("items").size());
    }

    @Test
    void policiesAreSetOnlyWhenUnderstoodAndUnchanged() {
        HttpResponse<String> empty = get("/policy");
        assertEquals("", empty.body());
        String tag = empty.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> bad = putPolicy("watch: all\nrequird: all\n", "If-Match", tag);
        assertProblem(422, "malformed_policy", "did you mean 'required'?", bad);
        assertEquals(2, JSON.readTree(bad.body()).get("line").asInt());
        assertEquals(1, JSON.readTree(bad.body()).get("column").asInt());
        JsonNode set = json(putPolicy("required: debian 13 # trixie\n", "If-Match", tag));
        assertEquals("Required: debian 13.", set.get("says").get(0).asString());
        assertProblem(412, "precondition_failed", "version 1", putPolicy("required: lts", "If-Match", tag));
        HttpResponse<String> now = get("/policy");
        assertEquals("required: debian 13 # trixie\n", now.body());
        assertEquals(
                304,
                get("/policy", "If-None-Match", now.headers().firstValue("ETag").orElseThrow())
                        .statusCode());
        assertEquals(
                415,
                send("PUT", "/policy", "{}", "Content-Type", "application/json").statusCode());
    }

    @Test
    void releasableSaysYesOrNoAndWhy() throws IOException {
        StoredObject object = upload("helper_unguarded");
        json(attach("main", "open.bpf.o", object.sha256()));
        JsonNode no = json(releasable("project=$&ref=main"));
        assertFalse(no.get("releasable").asBoolean());
        assertTrue(no.get("headline").asString().startsWith("No: it passes on "), no::toString);
        assertTrue(no.get("reasons").get(0).asString().startsWith("HELPER_UNKNOWN, helper "), no::toString);
        JsonNode yes = json(releasable("project=$&targets=debian%2013%20and%20arch:amd64"));
        assertTrue(yes.get("releasable").asBoolean(), yes::toString);
        assertEquals(0, yes.get("reasons").size());
        json(putPolicy("required: debian 13 and arch:amd64"));
        assertTrue(json(releasable("project=$")).get("releasable").asBoolean());
        assertTrue(json(releasable("project=$&object=" + object.sha256().substring(0, 12)))
                .get("releasable")
                .asBoolean());
        assertFalse(
                json(releasable("object=" + object.sha256())).get("releasable").asBoolean());
        json(putPolicy("ignore: [{code: HELPER_UNKNOWN, reason: old, until: 2020-01-01}]"));
        JsonNode ended = json(releasable("project=$"));
        assertTrue(ended.get("reasons").toString().contains("its entry ended on 2020-01-01"), ended::toString);
        json(putPolicy("ignore: [{code: HELPER_UNKNOWN, reason: old, until: 9999-01-01}]"));
        assertTrue(json(releasable("project=$")).get("releasable").asBoolean());
    }

    @Test
    void releasableIsTheSameUntilSomethingChanges() throws IOException {
        json(attach("main", "open.bpf.o", upload("folio").sha256()));
        String address = "/api/v1/releasable?project=" + project;
        String tag = calls.get(address).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, calls.get(address, "If-None-Match", tag).statusCode());
        json(putPolicy("required: debian 13"));
        assertEquals(200, calls.get(address, "If-None-Match", tag).statusCode());
    }

    @Test
    void releasableKnowsThePast() throws IOException {
        json(attach("main", "open.bpf.o", upload("folio").sha256()));
        assertProblem(404, "not_found", "has not seen the archive", releasable("project=$&at=2001-01-01"));
        assertEquals(
                1, json(releasable("project=$&at=2999-01-01")).get("objects").size());
        assertProblem(400, "bad_request", "at is a day", releasable("project=$&at=tomorrow"));
        Instant attached = Instant.now();
        assertEquals(
                1, json(releasable("project=$&at=" + attached)).get("objects").size());
        json(attach("main", "switch.bpf.o", upload("rodata_switch").sha256()));
        assertEquals(
                1, json(releasable("project=$&at=" + attached)).get("objects").size());
        json(putPolicy("rodata: {use_new_name: true}"));
        JsonNode never = json(releasable("project=$&at=" + Instant.now()));
        assertEquals(
                "No: switch.bpf.o was not judged on the archive of that time.",
                never.get("headline").asString());
    }

    @Test
    void releasableRefusesWhatMeansNothing() throws IOException {
        StoredObject object = upload("folio");
        assertProblem(400, "bad_request", "name an object", releasable(""));
        assertProblem(400, "bad_request", "a ref needs its project", releasable("ref=main"));
        assertProblem(404, "not_found", "no ref yet", releasable("project=$"));
        assertProblem(404, "not_found", "no ref nobody", releasable("project=$&ref=nobody"));
        assertProblem(404, "not_found", "there is no object", releasable("object=" + "0".repeat(64)));
        assertProblem(404, "not_found", "there is no project", releasable("project=nobody&ref=main"));
        assertProblem(400, "bad_targets", "column", releasable("targets=debian%20and&object=" + object.sha256()));
        JsonNode none = json(releasable("targets=bookwrm&object=" + object.sha256()));
        assertTrue(none.get("reasons").toString().contains("no kernel matches 'bookwrm'"), none::toString);
    }

    @Test
    void valuesAreSetForObjectsThatHaveThem() throws IOException {
        String required = "required: debian 13 and arch:amd64\n";
        json(attach("main", "switch.bpf.o", upload("rodata_switch").sha256()));
        json(attach("main", "other.bpf.o", upload("folio").sha256()));
        json(putPolicy(required + "rodata: {use_new_name: true, no_such_name: 1}\nautoload: {no_such_program: off}"));
        JsonNode yes = json(releasable("project=$&strict=true"));
        assertTrue(yes.get("releasable").asBoolean(), yes::toString);
        assertEquals(0, yes.get("kernels").get("warn").asInt(), yes::toString);
        json(putPolicy(required + "rodata: {use_new_name: false}"));
        JsonNode no = json(releasable("project=$"));
        assertTrue(no.get("reasons").get(0).asString().startsWith("switch.bpf.o: FIELD_"), no::toString);
        json(putPolicy(required + "rodata: {use_new_name: perhaps}"));
        JsonNode never = json(releasable("project=$"));
        String headline = never.get("headline").asString();
        assertTrue(headline.startsWith("No: switch.bpf.o cannot be loaded as the policy says: "), headline);
        assertTrue(headline.contains("use_new_name"), headline);
        assertTrue(json(get("/refs/main")).get("objects").toString().contains("use_new_name"));
        assertEquals(
                "pending",
                json(calls.get("/badge/" + project + ".json")).get("message").asString());
    }

    @Test
    void fleetsTurnKernelsIntoMachines() throws IOException {
        json(attach("main", "open.bpf.o", upload("folio").sha256()));
        Report report = report(upload("folio"));
        String good = report.kernels().get(first(report, List.of(Verdict.OK, Verdict.GUARDED)));
        String bad = report.kernels().get(first(report, List.of(Verdict.BROKEN)));
        String table = "kernel,nodes\n" + good + ",987\n" + bad + ",12\n0.0.1-nobody,1\n";
        JsonNode set = json(send("PUT", "/fleet", table, "Content-Type", "text/csv"));
        assertEquals(1000, set.get("nodes").asLong());
        assertEquals(table, get("/fleet", "Accept", "text/csv").body());
        JsonNode nodes = json(releasable("project=$")).get("nodes");
        assertEquals("98.7 %", nodes.get("percent").asString());
        assertEquals(12, nodes.get("fail").asLong());
        assertEquals(
                "0.0.1-nobody", nodes.get("absentKernels").get(0).get("kernel").asString());
        HttpResponse<String> wrong = send("PUT", "/fleet", "a1,b\nc2,1\nd3,-1", "Content-Type", "text/plain");
        assertProblem(422, "malformed_input", "line 1: expected a number of nodes", wrong);
        assertEquals(
                "line 3",
                JSON.readTree(wrong.body()).get("errors").get(1).get("field").asString());
        json(send("PUT", "/fleet", "{\"6.1.0\": 2}", "Content-Type", "application/json"));
        assertEquals(2, json(get("/fleet")).get("nodes").asLong());
    }

    private static int first(Report report, List<Verdict> verdicts) {
        for (int i = 0; i < report.classOf().length; i++) {
            if (verdicts.contains(report.classes().get(report.classOf()[i]).verdict())) {
                return i;
            }
        }
        throw new AssertionError("no kernel with any of " + verdicts);
    }

    @Test
    void badgesAreThereWhateverIsAsked() throws IOException {
        StoredObject object = upload("folio");
        json(attach("main", "open.bpf.o", object.sha256()));
        Report report = report(object);
        long pass = count(report, Verdict.OK, Verdict.GUARDED);
        ServiceCalls anybody = calls.as(null);
        HttpResponse<String> svg = anybody.get("/badge/" + project + ".svg");
        assertEquals(200, svg.statusCode());
        assertEquals(
                "image/svg+xml;charset=UTF-8",
                svg.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(svg.headers().firstValue("Cache-Control").orElseThrow().contains("max-age=300"));
        assertTrue(svg.body().contains("✗ " + pass + "/" + report.kernels().size()), svg::body);
        String tag = svg.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                anybody.get("/badge/" + project + ".svg", "If-None-Match", tag).statusCode());
        assertTrue(anybody.get("/badge/" + project + ".svg?style=table").body().contains("debian 11"));
        JsonNode shields = json(anybody.get("/badge/" + project + ".json?targets=debian%2013"));
        assertEquals(1, shields.get("schemaVersion").asInt());
        assertEquals("kernels", shields.get("label").asString());
        assertEquals("#1B7F3B", shields.get("color").asString());
        List<String> grey = List.of(
                "/badge/nobody.json",
                "/badge/" + project + ".json?ref=nobody",
                "/badge/" + project + ".json?ref=..",
                "/badge/" + project + ".json?targets=debian%20and",
                "/badge/%3Cscript%3E.json");
        for (String address : grey) {
            assertEquals("no data", json(anybody.get(address)).get("message").asString(), address);
        }
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaidSo() throws IOException {
        String sha256 = upload("folio").sha256();
        assertProblem(404, "not_found", "no ref main", get("/refs/main"));
        assertProblem(404, "not_found", "there is no object", attach("main", "a.o", "0".repeat(64)));
        assertProblem(400, "bad_request", "sha256", attach("main", "a.o", "zz"));
        assertProblem(400, "bad_request", "a ref is called as git calls it", attach("a~~b", "a.o", sha256));
        assertEquals(
                400,
                calls.put("/api/v1/projects/Not_A_Name", "".getBytes(StandardCharsets.UTF_8))
                        .statusCode());
        String elsewhere = "p-" + UUID.randomUUID();
        calls.put("/api/v1/projects/" + elsewhere, new byte[0]);
        String other = tokens.create(new NewToken("bound", Set.of(Scope.UPLOAD), elsewhere, null))
                .secret();
        calls = calls.as(other);
        assertEquals(403, attach("main", "a.o", sha256).statusCode());
        assertEquals(403, putPolicy("").statusCode());
    }

    @Test
    void whatIsTakenOffStaysInTheHistory() throws IOException {
        String sha256 = upload("ctime").sha256();
        json(attach("main", "bpf/a.o", sha256));
        json(attach("main", "bpf/b.o", sha256));
        assertEquals(204, send("DELETE", "/refs/main/objects/bpf/a.o", "").statusCode());
        JsonNode left = json(get("/refs/main")).get("objects");
        assertEquals(1, left.size());
        assertEquals("bpf/b.o", left.get(0).get("path").asString());
        JsonNode history = json(get("/refs/main/history")).get("items");
        assertEquals(2, history.size());
        assertFalse(history.get(1).get("until").isNull(), history::toString);
        HttpResponse<String> again = send("DELETE", "/refs/main/objects/bpf/a.o", "");
        assertProblem(404, "not_found", "has nothing under bpf/a.o", again);
        json(attach("main", "bpf/a.o", sha256));
        assertEquals(2, json(get("/refs/main")).get("objects").size());
    }

    @Test
    void everyOperationIsDescribed() {
        JsonNode paths = json(calls.get("/api/v1/openapi.json")).get("paths");
        JsonNode attach = paths.get("/api/v1/projects/{project}/refs/{ref}/objects/{path}")
                .get("put");
        assertEquals("putRefObject", attach.get("operationId").asString());
        assertEquals(3, attach.get("parameters").size(), attach::toString);
        List<String> asked = paths.get("/api/v1/releasable")
                .get("get")
                .get("parameters")
                .valueStream()
                .map(parameter -> parameter.get("name").asString())
                .toList();
        assertEquals(List.of("object", "project", "ref", "targets", "at", "strict"), asked);
        assertTrue(paths.get("/api/v1/projects/{project}/policy")
                .get("put")
                .get("requestBody")
                .toString()
                .contains("text/yaml"));
        assertTrue(paths.get("/api/v1/projects/{project}/fleet")
                .get("get")
                .toString()
                .contains("text/csv"));
    }
}
