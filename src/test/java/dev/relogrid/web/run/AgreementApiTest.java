package dev.relogrid.web.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts held against what kernels are written down to have said. */
@ServiceTest
final class AgreementApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KERNEL = "debian/trixie/arm64/6.12.107+deb13-cloud-arm64";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Objects objects;

    @Autowired
    private KernelArchive archive;

    private StoredObject object;

    @BeforeEach
    void keep() throws IOException {
        archive.current(); // kernels have rows from then on
        object = objects.put(Files.readAllBytes(Path.of("src/test/bpf/samples/ctime.bpf.o")), "ctime.bpf.o")
                .object();
    }

    @AfterEach
    void forget() {
        db.sql("delete from evidence where object_id = :object")
                .param("object", object.id())
                .update();
    }

    private void said(String program, String outcome, @Nullable String predicted, @Nullable Boolean agrees) {
        db.sql("""
                insert into evidence (object_id, kernel_id, booted_at, program, outcome, detail, predicted, agrees)
                select :object, id, clock_timestamp(), :program, :outcome, 'said', :predicted, :agrees
                from kernel where name = :kernel
                """)
                .param("object", object.id())
                .param("program", program)
                .param("outcome", outcome)
                .param("predicted", predicted)
                .param("agrees", agrees)
                .param("kernel", KERNEL)
                .update();
    }

    private JsonNode agreement(String query) {
        HttpResponse<String> answer = new ServiceCalls(port, null).get("/api/v1/agreement" + query);
        assertEquals(200, answer.statusCode(), answer::body);
        return JSON.readTree(answer.body());
    }

    private static @Nullable JsonNode counts(JsonNode agreement) {
        for (JsonNode kernel : agreement.get("kernels")) {
            if (kernel.get("kernel").asString().equals(KERNEL)) {
                return kernel.get("counts");
            }
        }
        return null;
    }

    @Test
    void nothingBootedIsCountsOfZero() {
        JsonNode nothing = agreement("");
        assertAll(
                () -> assertEquals(null, counts(nothing)),
                () -> assertEquals(8, nothing.get("counts").size()),
                () -> assertTrue(nothing.get("counts").get("programs").isInt()));
    }

    @Test
    void eachComparisonIsCountedAndOnlyTheLastBootCounts() {
        said("", "infra", null, null);
        said("again", "rejected", "ok", false);
        said("again", "loaded", "ok", true);
        said("loads", "loaded", "guarded", true);
        said("refused", "rejected", "broken", true);
        said("surprise", "loaded", "broken", false);
        said("verifier", "rejected", "ok", false);
        said("depends", "loaded", "conditional", null);
        said("nobody knows", "loaded", "unknown", null);
        said("too small", "infra", "ok", null);
        JsonNode all = agreement("");
        assertEquals(JSON.readTree("""
                        {"programs": 8, "trueOk": 2, "trueBroken": 1, "falseOk": 1, "falseBroken": 1, "conditional": 1,
                         "unknown": 1, "noTrial": 1}"""), counts(all));
        assertTrue(all.get("counts").get("programs").asInt() >= 8);
    }

    @Test
    void disagreementsAreListedAndGoOn() {
        said("surprise", "loaded", "broken", false);
        said("verifier", "rejected", "ok", false);
        List<String> programs = new ArrayList<>();
        JsonNode page = agreement("?limit=1");
        JsonNode first = page.get("disagreements").get(0);
        while (programs.size() < 100) {
            page.get("disagreements")
                    .forEach(one -> programs.add(one.get("program").asString()));
            if (page.get("nextCursor").isNull()) {
                break;
            }
            page = agreement("?limit=1&cursor=" + page.get("nextCursor").asString());
        }
        HttpResponse<String> evidence =
                new ServiceCalls(port, null).get(first.get("evidence").asString());
        assertAll(
                () -> assertEquals(List.of("verifier", "surprise"), programs.subList(0, 2)),
                () -> assertEquals("false_ok", first.get("comparison").asString()),
                () -> assertEquals("ok", first.get("predicted").asString()),
                () -> assertEquals("rejected", first.get("outcome").asString()),
                () -> assertEquals(object.sha256(), first.get("sha256").asString()),
                () -> assertEquals(
                        2, JSON.readTree(evidence.body()).get("items").size(), evidence::body));
    }
}
