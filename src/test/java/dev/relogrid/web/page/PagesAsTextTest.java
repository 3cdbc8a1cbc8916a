package dev.relogrid.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page as a shell, or a person who pastes it somewhere, gets it. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesAsTextTest {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String MARKDOWN = "text/markdown;charset=UTF-8";
    private static final int WIDTH = 120;

    private final ServiceCalls admin;
    private final ServiceCalls nobody;
    private final Map<String, String> parts = new HashMap<>();

    @Autowired
    PagesAsTextTest(Tokens tokens, @LocalServerPort int port) {
        nobody = new ServiceCalls(port, null);
        admin = nobody.as(tokens.create(NewToken.lasting("pages", Scope.ADMIN)).secret());
    }

    @BeforeAll
    void somethingIsThere() throws IOException {
        String sha = uploaded("ctime");
        String other = uploaded("ctime_fixed");
        assertEquals(2, admin.put("/api/v1/projects/pages", new byte[0]).statusCode() / 100);
        assertEquals(
                200,
                admin.putJson(
                                "/api/v1/projects/pages/refs/feature~x/objects/probe.bpf.o",
                                "{\"sha256\": \"" + sha + "\"}")
                        .statusCode());
        String run = admin.postJson("/api/v1/objects/" + sha + "/runs", "{\"kind\": \"check\"}")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        awaitEnd(run);
        parts.putAll(Addresses.PARTS);
        parts.putAll(Map.of(
                "sha",
                sha,
                "number",
                "1",
                "project",
                "pages",
                "ref",
                "feature~x",
                "range",
                sha.substring(0, 12) + "..." + other.substring(0, 12),
                "id",
                run.substring(run.lastIndexOf('/') + 1)));
    }

    /** The stream of a run's events ends with it. */
    private void awaitEnd(String run) {
        assertEquals(
                200, nobody.get(run + "/events", "Accept", "text/event-stream").statusCode());
    }

    private String uploaded(String sample) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/bpf/samples/" + sample + ".bpf.o"));
        String sha = Sha256.of(bytes);
        HttpResponse<String> answer = admin.put("/api/v1/objects/" + sha + "?name=" + sample + ".bpf.o", bytes);
        assertEquals(2, answer.statusCode() / 100, answer::body);
        return sha;
    }

    private String address(Page page) {
        String kernels = "?kernels=debian/bookworm/amd64/6.1.0-50-rt-amd64..."
                + "debian/trixie/amd64/6.12.107%2Bdeb13-cloud-amd64";
        return Addresses.of(page, parts)
                + switch (page) {
                    case OBJECT_KERNELS -> kernels;
                    case TARGETS -> "?q=trixie%20and%20cloud";
                    case TYPES, SEARCH -> "?q=inode";
                    default -> "";
                };
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsText(Page page) {
        HttpResponse<String> answer = nobody.get(address(page), "Accept", "*/*");
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(TEXT, header(answer, "Content-Type"));
        assertTrue(Set.of(header(answer, "Vary").toLowerCase(Locale.ROOT).split("[, ]+"))
                .contains("accept"));
        assertFalse(answer.body().contains("\u001b"), "terminal codes");
        assertTrue(answer.body().endsWith("\n") && answer.body().length() > 20, answer::body);
        assertEquals(answer.body(), nobody.get(address(page)).body(), "no Accept at all");
        if (page.telling() instanceof Telling.Drawn) {
            assertDrawn(answer.body());
        }
    }

    /** In line, and the last line is where the same is JSON. */
    private void assertDrawn(String body) {
        assertTrue(
                body.lines().filter(line -> !line.contains("http://")).allMatch(line -> line.length() <= WIDTH), body);
        String last = body.lines().toList().getLast();
        assertTrue(last.startsWith("JSON: http://127.0.0.1:" + nobody.port() + "/api/v1/"), last);
        HttpResponse<String> json = nobody.get(last.substring(last.indexOf("/api/")));
        assertEquals(200, json.statusCode(), last);
        assertEquals("application/json", header(json, "Content-Type"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsMarkdown(Page page) {
        HttpResponse<String> answer = nobody.get(address(page), "Accept", "text/markdown");
        assertEquals(200, answer.statusCode(), answer::body);
        assertEquals(MARKDOWN, header(answer, "Content-Type"));
        String formatted = address(page) + (address(page).contains("?") ? "&" : "?") + "format=markdown";
        assertEquals(
                answer.body(),
                nobody.get(formatted, "Accept", PagesAsHtmlTest.BROWSER).body());
        if (page.telling() instanceof Telling.Drawn) {
            boolean nothingYet = page == Page.EVENTS || page == Page.AGREEMENT;
            assertTrue(nothingYet || answer.body().contains("\n| --- |"), "nothing broke, nothing was booted");
            assertTrue(answer.body().contains("\nJSON: <http://"), answer::body);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeadSaysWhatThereWouldBe(Page page) {
        HttpResponse<String> answer = nobody.send("HEAD", address(page), BodyPublishers.noBody());
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(TEXT, header(answer, "Content-Type"));
    }

    @Test
    void theReportIsTheInterfacesOwn() {
        HttpResponse<String> page = nobody.get("/objects/" + parts.get("sha"));
        HttpResponse<String> report =
                nobody.get("/api/v1/objects/" + parts.get("sha") + "/report", "Accept", "text/plain");
        assertEquals(report.body(), page.body());
        assertEquals(header(report, "ETag"), header(page, "ETag"));
        assertEquals(
                304,
                nobody.get("/objects/" + parts.get("sha"), "If-None-Match", header(page, "ETag"))
                        .statusCode());
    }

    @Test
    void aListGoesOnWhereItEnded() {
        String first = nobody.get("/kernels?targets=cloud&limit=2").body();
        String more = first.lines()
                .filter(line -> line.startsWith("More: "))
                .findFirst()
                .orElseThrow();
        URI next = URI.create(more.substring("More: ".length()));
        HttpResponse<String> second = nobody.get(next.getRawPath() + "?" + next.getRawQuery());
        assertEquals(200, second.statusCode(), second::body);
        assertTrue(second.body().startsWith("2 kernels that cloud means"), second::body);
        assertFalse(second.body().contains(first.lines().toList().get(3)), second::body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /objects/000000000000 | 404 | There is no such thing: there is no object 000000000000
            /projects/none-such   | 404 | There is no such thing: there is no project none-such (not_found)
            /none-such            | 404 | There is no such thing: there is nothing at /none-such (not_found)
            /docs/verdicts/none   | 404 | There is no such thing: there is no cause of the code none (not_found)
            /kernels?targets=((   | 400 | The target query is not understood:
            /diff/000000000000    | 400 | The request is not understood: 'to' is missing (bad_request)
            """)
    void anErrorIsALine(String path, int status, String line) {
        HttpResponse<String> answer = nobody.get(path);
        assertEquals(status, answer.statusCode());
        assertEquals(TEXT, header(answer, "Content-Type"));
        assertTrue(answer.body().startsWith(line), answer::body);
        assertEquals(1, answer.body().lines().count(), answer::body);
        HttpResponse<String> markdown = nobody.get(path, "Accept", "text/markdown");
        assertEquals(status, markdown.statusCode());
        assertTrue(markdown.body().startsWith("**The"), markdown::body);
    }

    @Test
    void whoWantsJsonIsGivenTheInterfaces() {
        HttpResponse<String> answer = nobody.get("/projects/pages", "Accept", "application/json");
        assertEquals(nobody.get("/api/v1/projects/pages").body(), answer.body());
    }

    @Test
    void theLinesOfTheHelpWork() {
        String help = nobody.get("/", "Accept", "*/*").body();
        List<String> addresses = Pattern.compile("curl '?http://127.0.0.1:" + nobody.port() + "([^\\s']*)")
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(5, addresses.size(), help);
        for (String address : addresses) {
            assertEquals(200, nobody.get(address).statusCode(), address);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
