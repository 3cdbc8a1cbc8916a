package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.Sha256;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads, good and bad, and what is given back. */
@ServiceTest
final class ObjectsApiTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    private Service service;

    @BeforeEach
    void connect() {
        service = Service.admin(port, tokens);
    }

    @Test
    void putIsIdempotentAndAnswersAtOnce() {
        byte[] bytes = Service.sample("ctime");
        HttpResponse<String> first = service.upload(bytes, "ctime.bpf.o");
        System.out.println(first.statusCode() + " " + first.headers().map() + " " + first.body());
        HttpResponse<String> second = service.upload(bytes, "other.bpf.o");
        System.out.println(second.statusCode() + " " + second.body());
        String sha = Sha256.of(bytes);
        for (String p : new String[] {
            "/objects/" + sha,
            "/objects/" + sha + "/matrix?targets=debian/trixie",
            "/objects/" + sha + "/inspect",
            "/kernels?limit=2",
            "/kernels/health",
            "/renames",
            "/verdicts",
            "/kernels/debian/trixie/amd64/6.12.107+deb13-cloud-amd64"
        }) {
            HttpResponse<String> r = service.calls().get("/api/v1" + p);
            System.out.println(p + "\n" + r.statusCode() + " " + r.headers().map() + "\n"
                    + r.body().substring(0, Math.min(3000, r.body().length())));
        }
        assertEquals(sha, Service.json(second).get("sha256").asString());
    }
}
