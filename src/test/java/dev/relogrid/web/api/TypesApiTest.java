package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.c.CSource;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.kernel.KernelArchive;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What types are, and which there are, over HTTP. */
@ServiceTest
final class TypesApiTest {
    private static final String OLD = "debian/bullseye/amd64/5.10.0-30-amd64";

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

    private static Set<String> paths(JsonNode type) {
        Set<String> paths = new HashSet<>();
        type.get("members").forEach(member -> paths.add(member.get("path").asString()));
        return paths;
    }

    @Test
    void aTypeIsWhatTheNewestKernelHasOrTheOneAskedFor() {
        JsonNode now = service.get("/types/inode");
        JsonNode then = service.get("/types/struct%20inode?kernel=" + OLD);
        assertAll(
                () -> assertEquals("struct inode", now.get("type").asString()),
                () -> assertTrue(now.get("kernel").asString().contains("/amd64/"), now::toString),
                () -> assertTrue(paths(now).contains("i_ctime_sec"), now::toString),
                () -> assertTrue(paths(now).contains("i_nlink"), "of a union without a name"),
                () -> assertEquals(OLD, then.get("kernel").asString()),
                () -> assertTrue(paths(then).contains("i_ctime"), then::toString),
                () -> assertNotEquals(now.get("version"), then.get("version")),
                () -> assertTrue(now.get("c").asString().startsWith("struct inode {\n\tumode_t i_mode;\n")),
                () -> assertTrue(now.get("module").isNull() && now.get("target").isNull()));
    }

    @Test
    void enumsHaveTheirValuesAndTypedefsWhatTheyName() {
        JsonNode enumeration = service.get("/types/bpf_cmd");
        JsonNode typedef = service.get("/types/umode_t");
        assertAll(
                () -> assertEquals("enum bpf_cmd", enumeration.get("type").asString()),
                () -> assertEquals(
                        "BPF_MAP_CREATE",
                        enumeration.get("enumerators").get(0).get("name").asString()),
                () -> assertEquals(
                        "0", enumeration.get("enumerators").get(0).get("value").asString()),
                () -> assertEquals("typedef", typedef.get("kind").asString()),
                () -> assertEquals("short unsigned int", typedef.get("target").asString()),
                () -> assertEquals(2, typedef.get("size").asInt()));
    }

    /** The types of a pack are supplied one by one, and print as those of a whole kernel do. */
    @Test
    void whatIsPrintedIsWhatThePrinterOfWholeKernelsPrints() {
        Btf btf = Objects.requireNonNull(archive.current().archive().kernel(OLD).vmlinux());
        int compared = 0;
        for (int id = 1; id < btf.typeCount() && compared < 60; id++) {
            boolean wanted = BtfKind.isComposite(btf.kind(id)) && btf.name(id).matches("[a-z]+_[a-z_]*[a-z]");
            if (wanted && id % 7 == 0) {
                String name = BtfKind.name(btf.kind(id)) + "%20" + btf.name(id);
                JsonNode type = service.get("/types/" + name + "?kernel=" + OLD);
                if (type.get("variants").asInt() == 1) {
                    String printed = CSource.of(btf, id);
                    assertTrue(printed.endsWith(type.get("c").asString()), type::toString);
                    compared++;
                }
            }
        }
        assertEquals(60, compared);
    }

    @Test
    void whoeverHasItIsToldSo() {
        String etag = service.calls()
                .get("/api/v1/types/inode")
                .headers()
                .firstValue("etag")
                .orElse("");
        assertEquals(
                304,
                service.calls()
                        .get("/api/v1/types/inode", "If-None-Match", etag)
                        .statusCode());
        assertEquals(
                200,
                service.calls()
                        .get("/api/v1/types/inode?kernel=" + OLD, "If-None-Match", etag)
                        .statusCode());
    }

    @Test
    void whatNoKernelHasIsSaidWithWhatIsNear() {
        HttpResponse<String> slip = service.calls().get("/api/v1/types/task_strukt");
        HttpResponse<String> kind = service.calls().get("/api/v1/types/union%20inode");
        assertAll(
                () -> assertEquals(404, slip.statusCode(), slip::body),
                () -> assertTrue(slip.body().contains("struct task_struct"), slip::body),
                () -> assertEquals(404, kind.statusCode(), kind::body),
                () -> assertTrue(kind.body().contains("there is struct inode"), kind::body),
                () -> assertEquals(400, service.calls().get("/api/v1/types/a-b").statusCode()),
                () -> assertEquals(
                        400,
                        service.calls()
                                .get("/api/v1/types/inode?kernel=nowhere")
                                .statusCode()));
    }

    @Test
    void namesAreFoundTheBestFirst() {
        JsonNode found = service.get("/types?q=Inode&limit=500");
        JsonNode structs = service.get("/types?q=struct+inode_op&limit=3");
        Set<String> names = new HashSet<>();
        found.get("types").forEach(type -> names.add(type.get("type").asString()));
        assertAll(
                () -> assertEquals(
                        "struct inode", found.get("types").get(0).get("type").asString()),
                () -> assertTrue(names.contains("struct inode_operations"), found::toString),
                () -> assertTrue(names.size() > 20, found::toString),
                () -> assertEquals(
                        Math.min(500, found.get("count").asInt()),
                        found.get("types").size()),
                () -> assertEquals(
                        "struct inode_operations",
                        structs.get("types").get(0).get("type").asString()),
                () -> assertTrue(structs.get("types").size() <= 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "no_such_type_anywhere"})
    void nothingIsAListToo(String q) {
        JsonNode found = service.get("/types?q=" + q);
        assertEquals(0, found.get("count").asInt());
        assertEquals(0, found.get("types").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=x&limit=0", "?q=x&limit=501", "?q=x&limit=y"})
    void whatIsNoSearchIsRefused(String query) {
        assertEquals(400, service.calls().get("/api/v1/types" + query).statusCode());
    }
}
