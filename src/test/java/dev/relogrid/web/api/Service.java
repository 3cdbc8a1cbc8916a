package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface as these tests use it. */
record Service(ServiceCalls calls) {
    static final Path SAMPLES = Path.of("src/test/bpf/samples");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Asked by somebody who may do everything. */
    static Service admin(int port, Tokens tokens) {
        String secret =
                tokens.create(NewToken.lasting("api tests", Scope.ADMIN)).secret();
        return new Service(new ServiceCalls(port, secret));
    }

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(SAMPLES.resolve(name + ".bpf.o"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> upload(byte[] bytes, String name) {
        return calls.put("/api/v1/objects/" + Sha256.of(bytes) + "?name=" + name, bytes);
    }

    /** Uploads a sample; its SHA-256. */
    String uploaded(String sample) {
        byte[] bytes = sample(sample);
        HttpResponse<String> answer = upload(bytes, sample + ".bpf.o");
        assertEquals(2, answer.statusCode() / 100, answer::body);
        return Sha256.of(bytes);
    }

    /** A good answer as JSON. */
    JsonNode get(String path) {
        HttpResponse<String> answer = calls.get("/api/v1" + path);
        assertEquals(200, answer.statusCode(), answer::body);
        return json(answer);
    }
}
