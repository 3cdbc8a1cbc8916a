package dev.relogrid.web.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How scripts and styles are sent, on two that are there for this test only. */
@ServiceTest
final class AssetsTest {
    private static byte[] packed = {};
    private static byte[] plain = {};

    private final int port;

    @Autowired
    AssetsTest(@LocalServerPort int port) {
        this.port = port;
    }

    /** Git keeps no compressed file for us. */
    @BeforeAll
    static void pack() throws IOException, URISyntaxException {
        Path source = Path.of(Objects.requireNonNull(AssetsTest.class.getResource("/static/assets/packed-0a1b2c3d.js"))
                .toURI());
        Path target = source.resolveSibling("packed-0a1b2c3d.js.gz");
        plain = Files.readAllBytes(source);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            out.write(plain);
        }
        packed = Files.readAllBytes(target);
    }

    @Test
    void whatLiesThereCompressedIsSentSo() throws Exception {
        HttpResponse<byte[]> answer = get("/assets/packed-0a1b2c3d.js", "gzip, br");
        assertEquals("gzip", header(answer, "Content-Encoding"));
        assertArrayEquals(packed, answer.body());
        assertForEver(answer);
        assertTrue(String.join(",", answer.headers().allValues("Vary")).contains("Accept-Encoding"));

        HttpResponse<byte[]> other = get("/assets/packed-0a1b2c3d.js", "identity");
        assertEquals("", header(other, "Content-Encoding"));
        assertArrayEquals(plain, other.body());
        assertForEver(other);
    }

    @Test
    void whatDoesNotIsCompressedOnItsWay() throws Exception {
        HttpResponse<byte[]> answer = get("/assets/loose-4e5f6071.css", "gzip");
        assertEquals("gzip", header(answer, "Content-Encoding"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertTrue(in.readAllBytes().length > answer.body().length);
        }
        assertForEver(answer);
        assertEquals("text/css", header(answer, "Content-Type").replaceFirst(";.*", ""));
    }

    private static void assertForEver(HttpResponse<byte[]> answer) {
        assertEquals(200, answer.statusCode());
        assertEquals("max-age=31536000, public, immutable", header(answer, "Cache-Control"));
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encoding)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
