package dev.relogrid.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** What a browser is given: the same document at every page, so that links, reload and the way back work. */
@ServiceTest
final class PagesAsHtmlTest {
    /** As Firefox and Chromium send it. */
    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

    private static final String SHELL = Shell.find().html();

    private final ServiceCalls nobody;

    @Autowired
    PagesAsHtmlTest(@LocalServerPort int port) {
        nobody = new ServiceCalls(port, null);
    }

    private HttpResponse<String> browse(String path, String... more) {
        String[] headers = new String[2 + more.length];
        headers[0] = "Accept";
        headers[1] = BROWSER;
        System.arraycopy(more, 0, headers, 2, more.length);
        return nobody.get(path, headers);
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsTheShell(Page page) {
        HttpResponse<String> answer = browse(Addresses.of(page));
        assertEquals(200, answer.statusCode(), answer::body);
        assertShell(answer);
        assertEquals("no-cache", header(answer, "Cache-Control"));
        assertTrue(header(answer, "Vary").toLowerCase(Locale.ROOT).matches("accept(,.*)?"));
        String tag = header(answer, "ETag");
        assertEquals(
                304, browse(Addresses.of(page), "If-None-Match", tag).statusCode(), "who has it is not sent it again");
    }

    @Test
    void itIsGuardedAsEveryAnswerIs() {
        HttpResponse<String> answer = browse("/objects");
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'self'"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertFalse(header(answer, "X-Request-Id").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none-such", "/objects/", "/projects/p/main/more", "/settings/none", "/robots.txt"})
    void elsewhereItIsTheShellToo(String path) {
        HttpResponse<String> answer = browse(path);
        assertEquals(404, answer.statusCode(), answer::body);
        assertShell(answer);
        assertEquals("", header(answer, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/none-such", "/docs/none-such", "/assets/none-such.js"})
    void whatIsNoPageSaysSoItself(String path) {
        HttpResponse<String> answer = browse(path);
        assertEquals(404, answer.statusCode(), answer::body);
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    @Test
    void aHeadHasNoBody() {
        HttpResponse<String> answer = nobody.send("HEAD", "/objects", BodyPublishers.noBody(), "Accept", BROWSER);
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("text/html;charset=UTF-8", header(answer, "Content-Type"));
    }

    @Test
    void aWriteIsNoPage() {
        assertEquals(
                401,
                nobody.send("POST", "/objects", BodyPublishers.noBody(), "Accept", BROWSER)
                        .statusCode());
    }

    @Test
    void aFormInTheAddressCountsMore() {
        assertShell(nobody.get("/objects?format=html"));
        assertFalse(
                header(browse("/docs/verdicts?format=markdown"), "Content-Type").contains("html"));
    }

    @Test
    void withoutADashboardItSaysHowToHaveOne() {
        ClassPathResource none = new ClassPathResource("no-dashboard.html", Shell.class);
        String told =
                Shell.of(new ClassPathResource("static/none-such.html"), none).html();
        assertTrue(told.contains("Node.js 20.19"), told);
        assertTrue(told.contains("?format=text"), told);
        String dashboard = "<!doctype html><title>x</title>";
        ByteArrayResource built = new ByteArrayResource(dashboard.getBytes(StandardCharsets.UTF_8));
        assertEquals(dashboard, Shell.of(built, none).html());
    }

    private static void assertShell(HttpResponse<String> answer) {
        assertEquals("text/html;charset=UTF-8", header(answer, "Content-Type"));
        assertEquals(SHELL, answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
