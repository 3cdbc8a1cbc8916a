package dev.relogrid.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.ServiceTest;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.matrix.run.Runs;
import java.net.http.HttpResponse;
import java.nio.ByteOrder;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An object with more programs than anybody has is answered like every other, at once or later. */
@ServiceTest
final class ManyProgramsApiTest {
    private static final int PROGRAMS = 10_000;
    private static final int LOAD = 0x79;
    private static final int BYTES_EACH = 16;

    @LocalServerPort
    private int port;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Runs runs;

    private Service service;

    @BeforeEach
    void connect() {
        service = Service.admin(port, tokens);
    }

    /** Each program reads one field, the first ones of {@code struct task_struct}, every other one of those in vain. */
    private static byte[] object(int relocations) {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int task = types.struct(
                "task_struct",
                8,
                BtfBuilder.member("pid", number, 0),
                BtfBuilder.member("no_kernel_has_this", number, 4));
        ObjectBuilder builder = new ObjectBuilder(types);
        for (int i = 0; i < PROGRAMS; i++) {
            builder.program(
                    "kprobe/vfs_read", "program_" + i, new Insn(LOAD, 1, 1, 4 * (i % 2), 0), ObjectBuilder.EXIT);
            if (i < relocations) {
                builder.ext.relo("kprobe/vfs_read", BYTES_EACH * i, task, "0:" + i % 2, 0);
            }
        }
        return builder.bytes(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void tenThousandProgramsAreAnswered() {
        byte[] bytes = object(0);
        HttpResponse<String> upload = service.upload(bytes, "many.bpf.o");
        assertEquals(201, upload.statusCode(), upload::body);
        assertEquals(PROGRAMS, Service.json(upload).get("programs").size());
        JsonNode matrix = service.get("/objects/" + Sha256.of(bytes) + "/matrix");
        assertEquals(PROGRAMS, matrix.get("verdicts").size());
        int columns = matrix.get("kernels").size();
        matrix.get("verdicts")
                .forEach(row -> assertEquals(columns, row.asString().length()));
    }

    @Test
    void whatTakesLongIsQueuedOnceForAll() {
        byte[] bytes = object(PROGRAMS);
        String sha = Sha256.of(bytes);
        HttpResponse<String> upload = service.upload(bytes, "much.bpf.o");
        HttpResponse<String> matrix = service.calls().get("/api/v1/objects/" + sha + "/matrix");
        HttpResponse<String> report = service.calls().get("/api/v1/objects/" + sha + "/report");
        String run = matrix.headers().firstValue("location").orElse("");
        try {
            assertEquals(201, upload.statusCode(), upload::body);
            assertEquals(202, matrix.statusCode(), matrix::body);
            assertEquals(run, Service.json(matrix).get("run").asString());
            assertEquals(run, Service.json(upload).get("result").get("run").asString());
            assertEquals(run, report.headers().firstValue("location").orElse(""));
            assertTrue(run.startsWith("/api/v1/runs/"), run);
        } finally {
            runs.cancel(UUID.fromString(run.substring(run.lastIndexOf('/') + 1))); // others want the processor
        }
    }
}
