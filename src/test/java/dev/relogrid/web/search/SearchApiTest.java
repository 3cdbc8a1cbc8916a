package dev.relogrid.web.search;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Projects;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is found, and where it leads. */
@ServiceTest
final class SearchApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Objects objects;

    @Autowired
    private Projects projects;

    private StoredObject object;

    @BeforeEach
    void fill() throws IOException {
        object = objects.put(Files.readAllBytes(Path.of("src/test/bpf/samples/ctime.bpf.o")), "ctime.bpf.o")
                .object();
        boolean _ = projects.getOrCreate("finding-things").isNew();
    }

    private HttpResponse<String> ask(String query) {
        return new ServiceCalls(port, null).get("/api/v1/search" + query);
    }

    /** Hits of a kind; all for an empty one. */
    private List<JsonNode> hits(String kind, String text) {
        HttpResponse<String> answer = ask("?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer::body);
        List<JsonNode> hits = new ArrayList<>();
        for (JsonNode hit : JSON.readTree(answer.body()).get("hits")) {
            if (kind.isEmpty() || hit.get("kind").asString().equals(kind)) {
                hits.add(hit);
            }
        }
        return hits;
    }

    @Test
    void objectsAreFoundByNameAndByDigest() {
        String page = "/objects/" + object.sha256();
        assertEquals(
                page,
                hits("object", object.sha256().substring(0, 8))
                        .getFirst()
                        .get("href")
                        .asString());
        assertTrue(hits("object", object.name().toUpperCase(Locale.ROOT)).stream()
                .anyMatch(hit -> hit.get("href").asString().equals(page)));
        assertTrue(hits("object", object.sha256().substring(1, 9)).isEmpty(), "only the beginning of a digest");
    }

    @ParameterizedTest
    @CsvSource({
        "project, Finding, finding-things, /projects/finding-things",
        "kernel, trixie cloud-amd64 6.12.107, debian/trixie/amd64/6.12.107+deb13-cloud-amd64,"
                + " /kernels/debian/trixie/amd64/6.12.107+deb13-cloud-amd64",
        "type, inode, struct inode, /types/struct%20inode",
        "field, inode.i_size, struct inode i_size, /types/struct%20inode/i_size",
        "field, struct inode i_ctime, struct inode i_ctime, /types/struct%20inode/i_ctime",
        "field, inode i_ctime.tv_sec, struct inode i_ctime.tv_sec, /types/struct%20inode/i_ctime.tv_sec",
        "cause, field missing, FIELD_MISSING, /docs/verdicts/FIELD_MISSING"
    })
    void eachKindHasItsPage(String kind, String text, String label, String href) {
        JsonNode first = hits(kind, text).getFirst();
        assertAll(
                () -> assertEquals(label, first.get("label").asString()),
                () -> assertEquals(href, first.get("href").asString()));
    }

    @Test
    void aFieldOfOlderKernelsSaysHowManyHaveIt() {
        String gone = hits("field", "inode.i_ctime").getFirst().get("detail").asString();
        String there = hits("field", "inode.i_mode").getFirst().get("detail").asString();
        assertTrue(gone.matches("on \\d+ of \\d+ kernels"), gone);
        assertEquals("umode_t", there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "no such thing at all",
                "inode.no_such_field",
                "a.b.c.d",
                "struct .",
                "x->y",
                "1.2",
                "..",
                "%_%"
            })
    void nothingIsAListToo(String text) {
        assertEquals(List.of(), hits("", text));
    }

    @Test
    void soManyOfEachKindAtMost() {
        HttpResponse<String> two = ask("?q=a&limit=2");
        int types = 0;
        for (JsonNode hit : JSON.readTree(two.body()).get("hits")) {
            types += hit.get("kind").asString().equals("type") ? 1 : 0;
        }
        assertEquals(2, types, two::body);
        for (String bad : List.of("", "?q=a&limit=0", "?q=a&limit=51", "?q=" + "a".repeat(201))) {
            assertEquals(400, ask(bad).statusCode(), bad);
        }
    }
}
