package dev.relogrid.web.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.fixture.SlowObject;
import dev.relogrid.gate.render.Form;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.run.Runs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All objects of a ref together, with real objects on real kernels. */
@ServiceTest
final class SuiteApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEW_KERNELS = "debian%2013%20and%20arch:amd64";
    private static final String OLD_KERNELS = "debian%2011";

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Runs runs;

    private ServiceCalls calls = new ServiceCalls(0, null);
    private String project = "";

    @BeforeEach
    void makeProject() {
        calls = new ServiceCalls(
                port, tokens.create(NewToken.lasting("suites", Scope.ADMIN)).secret());
        project = "/api/v1/projects/s-" + UUID.randomUUID();
        assertEquals(201, calls.put(project, new byte[0]).statusCode());
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/bpf/samples", name + ".bpf.o"));
    }

    private void attach(String ref, String path, byte[] object) {
        String sha256 = Sha256.of(object);
        assertEquals(2, calls.put("/api/v1/objects/" + sha256, object).statusCode() / 100);
        HttpResponse<String> answer =
                calls.putJson(project + "/refs/" + ref + "/objects/" + path, "{\"sha256\": \"" + sha256 + "\"}");
        assertEquals(200, answer.statusCode(), answer::body);
    }

    private void policy(String text) {
        HttpResponse<String> answer =
                calls.put(project + "/policy", text.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/yaml");
        assertEquals(200, answer.statusCode(), answer::body);
    }

    private HttpResponse<String> report(String refAndQuery, String... headers) {
        return calls.get(project + "/refs/" + refAndQuery, headers);
    }

    private static String outcome(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Relogrid-Outcome").orElse("-");
    }

    private static void assertProblem(int status, String code, String part, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(code, JSON.readTree(answer.body()).get("code").asString());
        assertTrue(answer.body().contains(part), answer::body);
    }

    @Test
    void whatItComesToIsInTheHeader() throws IOException {
        attach("main", "bpf/open.bpf.o", sample("ctime"));
        attach("main", "bpf/other.bpf.o", sample("ctime_fixed"));
        assertEquals("200 fail", outcome(report("main/report?targets=" + NEW_KERNELS)));
        assertEquals("200 pass", outcome(report("main/report?targets=" + OLD_KERNELS)));
        policy("required: debian 11");
        HttpResponse<String> answer = report("main/report");
        assertEquals("200 pass", outcome(answer));
        JsonNode json = JSON.readTree(answer.body());
        assertEquals("pass", json.get("outcome").asString());
        assertEquals("bpf/open.bpf.o", json.get("objects").get(0).get("object").asString());
        assertEquals("bpf/other.bpf.o", json.get("objects").get(1).get("object").asString());
        assertTrue(json.get("objects").get(0).get("kernels").toString().contains("debian/bullseye/"), json::toString);
        assertTrue(
                !json.get("objects").get(0).get("kernels").toString().contains("debian/trixie/"),
                "kernels the policy does not speak of");
    }

    @Test
    void everyFormThereIs() throws IOException {
        attach("main", "open.bpf.o", sample("ctime"));
        for (Form form : Form.values()) {
            HttpResponse<String> answer = report("main/report?format=" + form.word());
            assertEquals("200 fail", outcome(answer), form::word);
            SuiteForm known = SuiteForm.wanted(form.word(), "");
            assertEquals(
                    known.type().toString(),
                    answer.headers().firstValue("Content-Type").orElseThrow(),
                    form::word);
            if (known.hasType()) {
                HttpResponse<String> accepted =
                        report("main/report", "Accept", known.type().toString());
                assertEquals(answer.body(), accepted.body(), form::word);
            }
        }
        assertTrue(report("main/report", "Accept", "text/plain").body().contains("open.bpf.o"));
        assertEquals(
                "application/json",
                report("main/report", "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow());
        assertProblem(400, "bad_request", "format is one of json, text", report("main/report?format=pdf"));
        assertEquals(406, report("main/report", "Accept", "image/png").statusCode());
    }

    @Test
    void onlyWhatIsNewCounts() throws IOException {
        policy("required: debian 13 and arch:amd64");
        attach("main", "bpf/open.bpf.o", sample("ctime"));
        attach("fix~more", "bpf/open.bpf.o", sample("ctime"));
        assertEquals("200 fail", outcome(report("fix~more/report")));
        assertEquals("200 pass", outcome(report("fix~more/report?against=main")));
        attach("fix~more", "bpf/new.bpf.o", sample("ctime_fixed"));
        assertEquals("200 pass", outcome(report("fix~more/report?against=main")));
        attach("moved", "src/open.bpf.o", sample("ctime"));
        assertEquals("200 pass", outcome(report("moved/report?against=main")));
        attach("clean", "bpf/open.bpf.o", sample("ctime_fixed"));
        assertEquals("200 fail", outcome(report("fix~more/report?against=clean")));
        HttpResponse<String> text = report("fix~more/report?against=clean&format=text");
        assertTrue(text.body().contains("138 kernels broke"), text::body);
        assertEquals("200 pass", outcome(report("clean/report?against=fix/more")));
        assertEquals("200 fail", outcome(report("fix~more/report?against=")), "an empty variable is no ref");
    }

    @Test
    void whatIsNotThereIsSaidSo() throws IOException {
        attach("main", "open.bpf.o", sample("ctime"));
        String name = project.substring(project.lastIndexOf('/') + 1);
        assertProblem(404, "not_found", "the project " + name + " has no ref nobody", report("nobody/report"));
        assertProblem(
                404, "not_found", "the project " + name + " has no ref before", report("main/report?against=before"));
        assertProblem(404, "not_found", "there is no project", calls.get("/api/v1/projects/no-one/refs/a/report"));
        assertProblem(400, "bad_request", "the ref itself", report("main/report?against=refs~heads~main"));
        assertProblem(400, "bad_targets", "column", report("main/report?targets=debian%20and"));
        assertProblem(400, "bad_targets", "bookwrm", report("main/report?targets=bookwrm"));
    }

    @Test
    void theSameIsNotSentAgain() throws IOException {
        attach("main", "open.bpf.o", sample("ctime"));
        attach("other", "open.bpf.o", sample("ctime_fixed"));
        HttpResponse<String> answer = report("main/report");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, report("main/report", "If-None-Match", tag).statusCode());
        assertEquals(answer.body(), report("main/report").body());
        for (String other : List.of("main/report?format=text", "main/report?against=other", "other/report")) {
            assertEquals(200, report(other, "If-None-Match", tag).statusCode(), other);
        }
        policy("required: debian 11");
        assertEquals(200, report("main/report", "If-None-Match", tag).statusCode());
    }

    @Test
    void whatCannotBeJudgedIsNoAnswer() throws IOException {
        attach("main", "switch.bpf.o", sample("rodata_switch"));
        attach("main", "folio.bpf.o", sample("folio"));
        policy("required: debian 13 and arch:amd64\nrodata: {use_new_name: perhaps}");
        HttpResponse<String> answer = report("main/report");
        assertEquals("200 no_answer", outcome(answer));
        JsonNode error = JSON.readTree(answer.body()).get("errors").get(0);
        assertEquals("switch.bpf.o", error.get("object").asString());
        assertEquals("bad_profile", error.get("code").asString());
        assertTrue(error.get("message").asString().contains("use_new_name"), error::toString);
        attach("next", "switch.bpf.o", sample("ctime_fixed"));
        HttpResponse<String> compared = report("next/report?against=main");
        assertEquals("200 no_answer", outcome(compared));
        assertTrue(compared.body().contains("could not be judged at main"), compared::body);
    }

    @Test
    void whatIsStillBeingJudgedIsWaitedFor() throws IOException {
        byte[] slow = SlowObject.fresh();
        attach("main", "slow.bpf.o", slow);
        attach("other", "folio.bpf.o", sample("folio"));
        HttpResponse<String> answer = report("main/report", "Accept", "text/plain");
        JsonNode pending = JSON.readTree(answer.body()).get("pending").get(0);
        String run = pending.get("run").asString();
        try {
            assertEquals("202 pending", outcome(answer));
            assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals("slow.bpf.o", pending.get("path").asString());
            assertEquals(Sha256.of(slow), pending.get("sha256").asString());
            assertEquals(200, calls.get(run).statusCode());
            HttpResponse<String> compared = report("other/report?against=main");
            assertEquals("202 pending", outcome(compared));
            assertEquals(
                    "main",
                    JSON.readTree(compared.body())
                            .get("pending")
                            .get(0)
                            .get("ref")
                            .asString());
        } finally {
            runs.cancel(UUID.fromString(run.substring(run.lastIndexOf('/') + 1))); // others want the processor
        }
    }
}
