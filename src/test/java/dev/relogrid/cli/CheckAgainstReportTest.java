package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report of what was before serves as well as the object itself. */
final class CheckAgainstReportTest {
    private static final String KERNELS = "distro:debian and (suite:bullseye or suite:trixie)";

    @TempDir
    private Path folder = Path.of("");

    private static String sample(String name) {
        return "src/test/bpf/samples/" + name + ".bpf.o";
    }

    private static Outcome check(String sample, String... words) {
        String[] all = new String[words.length + 7];
        String[] first = {
            "check", sample(sample), "--archive", ShippedFiles.ARCHIVE.toString(), "--no-policy", "--targets"
        };
        System.arraycopy(first, 0, all, 0, first.length);
        all[6] = KERNELS;
        System.arraycopy(words, 0, all, 7, words.length);
        return Outcome.of(all);
    }

    private Path report(String sample) {
        Path file = folder.resolve(sample + ".json");
        check(sample, "--output", "json=" + file, "--quiet");
        return file;
    }

    /** All that is said, but for what it is compared with. */
    private static ObjectNode said(Outcome outcome) {
        ObjectNode said = (ObjectNode) JsonMapper.shared().readTree(outcome.out());
        said.remove("against");
        return said;
    }

    @ParameterizedTest
    @CsvSource({
        "ctime_fixed, ctime, 1",
        "ctime, ctime, 0",
        "ctime, ctime_fixed, 0",
        "attach, attach, 0",
        "attach, new_features, 1"
    })
    void aReportSaysTheSameAsTheObject(String before, String now, int code) {
        Outcome byObject = check(now, "--against", sample(before), "--format", "json");
        Outcome byReport = check(now, "--against", report(before).toString(), "--format", "json");
        assertEquals(code, byObject.code(), byObject::err);
        assertEquals(code, byReport.code(), byReport::err);
        assertEquals(said(byObject), said(byReport));
    }

    @Test
    void anEarlierReportServesToo() throws IOException {
        Path file = report("ctime");
        JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
        ((ObjectNode) root).retain("schemaVersion", "objects", "errors");
        root.path("objects").forEach(object -> {
            ((ObjectNode) object).retain("object", "kernels", "otherByteOrder", "unanswered", "causes");
            object.path("kernels")
                    .forEach(kernel -> ((ObjectNode) kernel).retain("kernel", "verdict", "reason", "programs"));
            object.path("causes").forEach(cause -> ((ObjectNode) cause).remove("fingerprint"));
        });
        Files.writeString(file, "\n " + root);
        Outcome same = check("ctime", "--against", file.toString());
        assertEquals(ExitCode.FINE, same.code(), same::out);
        assertEquals(
                ExitCode.BROKEN,
                check("new_features", "--against", file.toString()).code());
    }

    @Test
    void whatIsNoReportIsNoAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("main.json"), "{\"schemaVersion\": 1, \"objects\": []}");
        check("ctime", "--against", file.toString())
                .assertNoAnswer(file + ": at /schemaVersion: expected a report of schemaVersion 2, found 1");
        Files.writeString(file, "{");
        Outcome cut = check("ctime", "--against", file.toString());
        assertEquals(ExitCode.NO_ANSWER, cut.code());
        assertTrue(cut.err().startsWith("relogrid: " + file + ": expected JSON, found "), cut::err);
    }

    @Test
    void everyFormComesFromOneAnalysis() throws IOException {
        Path junit = folder.resolve("junit.xml");
        Path gitlab = folder.resolve("gl-code-quality-report.json");
        Path csv = folder.resolve("cells.csv");
        Outcome outcome = check(
                "ctime", "-q", "--output", "junit=" + junit, "--output", "gitlab=" + gitlab, "--output", "csv=" + csv);
        assertEquals(ExitCode.BROKEN, outcome.code());
        assertTrue(Files.readString(junit).contains("<failure message=\"on_open breaks on "));
        assertTrue(Files.readString(gitlab).contains("\"check_name\":\"FIELD_RENAMED\""));
        assertTrue(Files.readString(csv).startsWith("object,kernel,program,"));
        assertEquals(
                Files.readString(junit), check("ctime", "--format", "junit").out());
        assertEquals(Files.readString(csv), check("ctime", "--format", "csv").out());
    }
}
