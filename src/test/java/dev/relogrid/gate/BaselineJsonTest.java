package dev.relogrid.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.render.SuiteJson;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was before comes out of a report as it went in; what is no report ends in one clear error. */
final class BaselineJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String POLICY = """
            required: suite:trixie or suite:bookworm
            watch: suite:bullseye
            ignore:
            - {path: inode.i_ctime, reason: known, until: 2026-12-31}
            """;
    private static final String SMALL = """
            {"schemaVersion":2,"objects":[{"object":"a.o","required":{},"kernels":[{"kernel":"k","verdict":"broken",
            "standing":"fail","failingPrograms":["p"],"programs":[{"program":"p","verdict":"broken"}]}],
            "causes":[{"fingerprint":"f","kernels":["k"]}]}]}""";

    private static Baseline read(String json) {
        return BaselineJson.read("before", json.getBytes(StandardCharsets.UTF_8), Verdict.BROKEN);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new AssertionError("nothing is known of it");
        }
        return value;
    }

    private static String said(String json) {
        return String.valueOf(assertThrows(BadBaseline.class, () -> read(json)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ctime",
                "attach",
                "task_state",
                "kconfig_guard",
                "new_features",
                "no_relos",
                "big_endian",
                "ksym",
                "maps",
                "helper_unguarded",
                "kfunc",
                "legacy_maps"
            })
    void whatWasWrittenIsReadAgain(String sample) {
        Report report = Samples.report(sample);
        for (String policy : List.of("", POLICY, "fail-on: conditional")) {
            Member member = Gated.member(report, policy, null);
            Baseline was = Gated.before(member);
            assertEquals(was, read(SuiteJson.of(Gated.suite(member))), policy);
            assertEquals(was, read(SuiteJson.of(Gated.suite(Gated.member(report, policy, was)))), policy);
        }
    }

    /** Takes away what reports did not say at first. */
    private static String early(String json) {
        ObjectNode root = (ObjectNode) JSON.readTree(json);
        root.retain("schemaVersion", "objects", "errors");
        for (JsonNode object : root.path("objects")) {
            ((ObjectNode) object)
                    .remove(List.of(
                            "outcome",
                            "required",
                            "watched",
                            "programs",
                            "notJudged",
                            "failing",
                            "ignored",
                            "expired",
                            "problems",
                            "notes"));
            for (JsonNode kernel : object.path("kernels")) {
                ((ObjectNode) kernel).retain("kernel", "verdict", "reason", "programs");
            }
            object.path("causes").forEach(cause -> ((ObjectNode) cause).remove("fingerprint"));
        }
        return root.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "attach", "task_state", "kconfig_guard", "new_features", "big_endian", "ksym"})
    void earlierReportsAreReadAndNothingIsNewComparedWithThem(String sample) {
        Report report = Samples.report(sample);
        Member member = Gated.member(report, "", null);
        Baseline was = Gated.before(member);
        Baseline early = read(early(SuiteJson.of(Gated.suite(member))));
        Baseline.Before expected = known(was.object(member.name()));
        Baseline.Before actual = known(early.object(member.name()));
        assertEquals(expected.kernels().keySet(), actual.kernels().keySet());
        expected.kernels().forEach((kernel, cell) -> {
            Baseline.Cell found = known(actual.kernels().get(kernel));
            assertEquals(cell.standing(), found.standing(), kernel);
            assertTrue(found.failing().containsAll(cell.failing()), kernel);
        });
        expected.causes()
                .forEach((key, kernels) -> assertEquals(kernels, actual.causes().get(key)));
        Delta delta = known(Gated.member(report, "", early).delta());
        assertFalse(delta.differs());
    }

    @Test
    void verdictsOfEarlierReportsFailFromTheGivenOneOn() {
        Report report = Samples.report("kconfig_guard");
        String early = early(SuiteJson.of(Gated.suite(Gated.member(report, "", null))));
        Baseline strict = BaselineJson.read("before", early.getBytes(StandardCharsets.UTF_8), Verdict.CONDITIONAL);
        Member member = Gated.member(report, "fail-on: conditional", strict);
        assertEquals(List.of(), known(member.delta()).broke());
        assertTrue(member.verdict().required().fail() > 100);
        Member milder = Gated.member(report, "fail-on: conditional", read(early));
        assertTrue(known(milder.delta()).broke().size() > 100);
    }

    @Test
    void anObjectThatHadNoAnswerIsNotCompared() {
        Baseline was = read("{\"schemaVersion\":2,\"objects\":[],\"errors\":[{\"object\":\"ctime.bpf.o\"}]}");
        Member member = Gated.member(Samples.report("ctime"), "", was);
        assertEquals(Set.of(Shift.NOT_COMPARED), known(member.delta()).counts().keySet());
        assertEquals(Outcome.PASS, member.outcome());
    }

    @Test
    void fieldsAndWordsNobodyKnowsYetAreTolerated() {
        Baseline was = read(SMALL.replace("\"kernel\":", "\"later\":[{\"x\":[null,true,1.5e300]}],\"kernel\":"));
        assertEquals(read(SMALL), was);
        assertEquals(Map.of("f", Set.of("k")), known(was.object("a.o")).causes());
    }

    @Test
    void reportsBeginWithABrace() {
        assertTrue(BaselineJson.isReport(" \n\t{".getBytes(StandardCharsets.UTF_8)));
        assertTrue(BaselineJson.isReport("\ufeff{}".getBytes(StandardCharsets.UTF_8)));
        assertFalse(BaselineJson.isReport(new byte[0]));
        assertFalse(BaselineJson.isReport("\u007fELF{".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u00a7',
            value = {
                "[1] | expected a report that was written as JSON, found an array",
                "{} | expected a report of schemaVersion 2, found none",
                "{\"schemaVersion\":1} | at /schemaVersion: expected a report of schemaVersion 2, found 1",
                "{\"schemaVersion\":\"2\"} | at /schemaVersion: expected a report of schemaVersion 2, found '2'",
                "{\"schemaVersion\":2} | expected 'objects', found none",
                "{\"objects\":7} | at /objects: expected an array of objects, found 7",
                "{\"objects\":[[]]} | at /objects/0: expected an object that was judged, found an array",
                "{\"objects\":[{\"kernels\":[]}]} | at /objects/0: expected 'object', the name of an object, found none",
                "{\"objects\":[{\"object\":\"a\"}]} | at /objects/0: expected 'kernels', found none",
                "{\"objects\":[{\"kernels\":[{\"kernel\":3}]}]} | at /objects/0/kernels/0/kernel: expected a kernel's id, found 3",
                "{\"objects\":[{\"kernels\":[{}]}]} | at /objects/0/kernels/0: expected a kernel with 'kernel' and 'verdict', found none",
                "{\"objects\":[{\"causes\":[{}]}]} | at /objects/0/causes/0: expected a cause with 'kernels', found none",
                "{\"objects\":[{\"notJudged\":[{}]}]} | at /objects/0/notJudged/0: expected a kernel with 'kernel' and 'standing', found none",
                "{\"objects\":[{\"object\":null}]} | at /objects/0/object: expected an object's name, found null",
            })
    void whatIsNoReportIsToldInOneClause(String json, String message) {
        assertEquals(message, said(json));
    }

    @Test
    void wordsNobodyKnowsAreToldWithThoseThereAre() {
        assertEquals(
                "at /objects/0/kernels/0/standing: expected one of aside, pass, warn, fail, found 'fine'",
                said(SMALL.replace("\"fail\"", "\"fine\"")));
        assertTrue(
                said(SMALL.replace("\"broken\"", "\"" + "x".repeat(999) + "\"")).length() < 250);
    }

    @Test
    void twoObjectsOfOneNameAreNoReport() {
        String object = "{\"object\":\"a\",\"kernels\":[]}";
        assertEquals(
                "at /objects/1: expected objects of different names, found 'a' twice",
                said("{\"objects\":[" + object + "," + object + "]}"));
    }

    @Test
    void anythingCutOffIsNoReport() {
        for (int end = 1; end < SMALL.length(); end++) {
            String message = said(SMALL.substring(0, end));
            assertTrue(message.contains("expected JSON, found "), message);
        }
        assertTrue(said(SMALL + "{}").contains("expected the end of the report, found an object"));
    }

    @Test
    void deepAndLongReportsAreRefused() {
        String deep = "{\"x\":" + "[".repeat(100_000);
        assertTrue(said(deep).startsWith("expected a report at most 32 levels deep, found "), said(deep));
        byte[] large = new byte[BaselineJson.LARGEST + 1];
        BadBaseline bad = assertThrows(BadBaseline.class, () -> BaselineJson.read("before", large, Verdict.BROKEN));
        assertEquals("expected a report of at most 536870912 bytes, found 536870913 bytes", bad.getMessage());
    }
}
