package dev.relogrid.gate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.fixture.RealObjects;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.Unread;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import dev.relogrid.report.Reports;
import dev.relogrid.report.Samples;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What suites are as SARIF, and that it is SARIF by the schema of those who define it. */
final class SuiteSarifTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IGNORED =
            "ignore: [{code: FIELD_RENAMED, reason: mended next week, until: 2026-12-31}]";

    /** A suite, and what there is to it. */
    record Case(String what, Suite suite) {
        @Override
        public String toString() {
            return what;
        }
    }

    static final List<Case> SUITES = suites();

    private static List<Case> suites() {
        Report broken = Samples.report("ctime");
        Report fixed = Samples.report("ctime_fixed");
        Suite none = new Suite("", List.of(), List.of(), "", "", List.of(), null);
        List<CauseCard> odd =
                List.of(Suites.cause(CauseCode.TYPE_MISSING, Effect.BREAKS, "struct a\n\"b\"", "/a b/\u00e4%:c.c", 1));
        List<Case> cases = new ArrayList<>();
        Stream.of("ctime", "attach", "kconfig_guard", "no_relos", "no_btf", "helper_unguarded")
                .forEach(sample -> cases.add(new Case(sample, Suites.of(Samples.report(sample)))));
        cases.add(new Case("several objects", Suites.of(List.of(broken, fixed, Samples.report("attach")), "")));
        cases.add(new Case("fixed", Suites.compared(List.of(fixed), List.of(broken), "")));
        cases.add(new Case("broke", Suites.compared(List.of(broken), List.of(fixed), "")));
        cases.add(new Case("removed", Suites.compared(List.of(fixed), List.of(fixed, Samples.report("attach")), "")));
        cases.add(new Case("accepted", Suites.of(List.of(broken), IGNORED)));
        cases.add(new Case("expired", Suites.of(List.of(broken), IGNORED.replace("2026-12-31", "2026-11-30"))));
        cases.add(new Case("no types fail", Suites.of(List.of(Samples.report("no_btf")), "fail-on: no_btf")));
        cases.add(new Case("nothing", none));
        cases.add(new Case("unread", Suites.with(none, new Unread("a b:c.o", "unreadable", "there is no such file"))));
        cases.add(new Case("odd names", Suites.of(Suites.report("//x y/\u0001?#.o", 2, odd, (k, c) -> true))));
        cases.add(new Case("large", Suites.of(Suites.large(), "")));
        return cases;
    }

    private static String sarif(Suite suite) {
        return Form.SARIF.render(suite, Suites.DOCS);
    }

    private static JsonNode run(Suite suite) {
        return JSON.readTree(sarif(suite)).path("runs").path(0);
    }

    @ParameterizedTest
    @FieldSource("SUITES")
    void isWhatItsSchemaAsksFor(Case one) {
        String document = sarif(one.suite);
        assertEquals(List.of(), SarifSchema.errors(document));
        assertEquals(document, sarif(one.suite));
        assertEquals(List.of(), SarifSchema.errors(Form.SARIF.render(one.suite, Rendering.PLAIN)));
        assertEquals(List.of(), SarifSchema.errors(Form.SARIF.render(one.suite, new Rendering(_ -> null, null))));
    }

    @Test
    void soItIsOfObjectsOthersCompiled() throws IOException {
        List<Path> all = RealObjects.all();
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < all.size(); i += all.size() / 12) {
            byte[] bytes = Files.readAllBytes(all.get(i));
            String name = all.get(i).getFileName().toString();
            ObjectSpecs specs = ObjectSpecs.of(BpfObject.parse(Bytes.of(name, bytes, ByteOrder.LITTLE_ENDIAN)));
            reports.add(Reports.judge(specs, Presets.NONE, name, RealObjects.sha256(bytes), Samples.KERNELS));
        }
        Suite suite = Suites.of(reports, "");
        assertEquals(List.of(), SarifSchema.errors(sarif(suite)));
        int causes = reports.stream().mapToInt(report -> report.causes().size()).sum();
        assertTrue(causes > 12, () -> causes + " causes");
        assertEquals(causes, run(suite).path("results").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":\"2.1.0\"|\"version\":\"2.2.0\"",
                "\"kind\":\"fail\"|\"kind\":\"broken\"",
                "\"level\":\"error\"|\"level\":\"fatal\"",
                "\"startLine\":18|\"startLine\":0",
                "\"uri\":\"samples/ctime.bpf.c\"|\"uri\":\"samples ctime.bpf.c\"",
                "\"results\":|\"outcomes\":",
                "\"executionSuccessful\":true,|",
                "\"baselineState\":\"new\"|\"baselineState\":\"fresh\"",
            })
    void theSchemaWouldNotTakeAnythingElse(String there, String instead) {
        Suite broke = Suites.compared(List.of(Samples.report("ctime")), List.of(Samples.report("ctime_fixed")), "");
        String document = sarif(broke);
        assertTrue(document.contains(there), there);
        String damaged = document.replace(there, instead == null ? "" : instead);
        assertFalse(SarifSchema.errors(damaged).isEmpty(), instead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "task_state", "kconfig_guard", "helper_unguarded", "no_relos"})
    void hasOneResultForEachCause(String sample) {
        Report report = Samples.report(sample);
        JsonNode run = run(Suites.of(report));
        List<String> rules = new ArrayList<>();
        run.path("tool").path("driver").path("rules").forEach(rule -> {
            rules.add(rule.path("id").asString());
            assertEquals(
                    Suites.DOCS.docs() + rules.getLast(), rule.path("helpUri").asString());
        });
        JsonNode results = run.path("results");
        assertEquals(report.causes().size(), results.size());
        for (int i = 0; i < results.size(); i++) {
            JsonNode result = results.path(i);
            CauseCard card = report.causes().get(i);
            assertEquals(card.code().name(), rules.get(result.path("ruleIndex").asInt()));
            boolean guarded = card.effect() == Effect.GUARDED;
            assertEquals(guarded ? "pass" : "fail", result.path("kind").asString());
            assertEquals(guarded, result.path("level").asString().equals("none"));
            assertEquals(
                    card.effect() == Effect.BREAKS,
                    result.path("level").asString().equals("error"));
            String file = card.place() == null ? sample + ".bpf.o" : "samples/" + sample + ".bpf.c";
            assertEquals(file, uri(result));
            assertEquals(
                    report.seen().get(i).kernels().size(),
                    result.path("properties").path("kernels").size());
        }
        assertEquals("1.2.3", run.path("tool").path("driver").path("version").asString());
    }

    private static String uri(JsonNode result) {
        return result.path("locations")
                .path(0)
                .path("physicalLocation")
                .path("artifactLocation")
                .path("uri")
                .asString();
    }

    @Test
    void whatAResultIsKnownByIsTheSameAfterAnEditAboveAndOfEachObjectAnother() {
        List<CauseCard> here = List.of(Suites.cause(CauseCode.FIELD_MISSING, Effect.BREAKS, "struct a.b", 18));
        List<CauseCard> below = List.of(Suites.cause(CauseCode.FIELD_MISSING, Effect.BREAKS, "struct a.b", 28));
        Suite before = Suites.of(Suites.report("a.o", 3, here, (k, c) -> true));
        Suite after = Suites.of(Suites.report("a.o", 3, below, (k, c) -> true));
        Suite other = Suites.of(Suites.report("b.o", 3, here, (k, c) -> true));
        assertEquals(fingerprints(before), fingerprints(after));
        assertFalse(sarif(before).equals(sarif(after)));
        assertTrue(Collections.disjoint(fingerprints(before), fingerprints(other)));
        assertEquals(64, fingerprints(before).iterator().next().length());
    }

    private static Set<String> fingerprints(Suite suite) {
        Set<String> all = new HashSet<>();
        run(suite)
                .path("results")
                .forEach(result -> all.add(result.path("partialFingerprints")
                        .path("relogridCause/v1")
                        .asString()));
        return all;
    }

    @Test
    void saysWhatIsNewOnlyWhereSomethingIsCompared() {
        Report broken = Samples.report("ctime");
        Suite broke = Suites.compared(List.of(broken), List.of(Samples.report("ctime_fixed")), "");
        Suite same = Suites.compared(List.of(broken), List.of(broken), "");
        assertEquals(Set.of("fail new", "pass unchanged"), states(broke));
        assertEquals(Set.of("fail unchanged", "pass unchanged"), states(same));
        assertEquals(Set.of("fail ", "pass "), states(Suites.of(broken)));
    }

    private static Set<String> states(Suite suite) {
        Set<String> states = new HashSet<>();
        run(suite)
                .path("results")
                .forEach(result -> states.add(result.path("kind").asString() + " "
                        + result.path("baselineState").asString("")));
        return states;
    }

    @Test
    void whatIsAcceptedIsSuppressedAndSaysUntilWhen() {
        JsonNode results =
                run(Suites.of(List.of(Samples.report("ctime")), IGNORED)).path("results");
        List<String> justified = new ArrayList<>();
        results.forEach(result -> result.path("suppressions")
                .forEach(one -> justified.add(one.path("kind").asString() + ": "
                        + one.path("justification").asString())));
        assertEquals(List.of("external: mended next week (until 2026-12-31)"), justified);
    }

    @Test
    void aSourceThatIsNoFileHereIsToldByItsObject() {
        Suite suite = Suites.of(Samples.report("ctime"));
        String document = Form.SARIF.render(suite, new Rendering(_ -> null, null));
        JsonNode result =
                JSON.readTree(document).path("runs").path(0).path("results").path(0);
        assertEquals("ctime.bpf.o", uri(result));
        String message = result.path("message").path("text").asString();
        assertTrue(message.endsWith("(samples/ctime.bpf.c:18, which is no file of this repository)"), message);
        assertTrue(document.indexOf("startLine") < 0, document);
    }

    @Test
    void whatWasNotAnsweredIsANotificationAndNoSuccess() {
        Suite suite = Suites.with(
                Suites.of(Samples.report("no_relos")), new Unread("x.o", "malformed", "it is cut off at offset 64"));
        JsonNode invocation = run(suite).path("invocations").path(0);
        assertFalse(invocation.path("executionSuccessful").asBoolean());
        JsonNode said = invocation.path("toolExecutionNotifications").path(0);
        assertEquals("malformed", said.path("descriptor").path("id").asString());
        assertEquals(
                "x.o: it is cut off at offset 64",
                said.path("message").path("text").asString());
        assertTrue(run(Suites.of(Samples.report("ctime")))
                .path("invocations")
                .path(0)
                .path("executionSuccessful")
                .asBoolean());
    }

    @Test
    void moreResultsThanServersTakeAreLeftOutAndTheLeastOnesFirst() {
        List<CauseCard> causes = new ArrayList<>();
        for (int i = 0; i < SuiteSarif.MOST_RESULTS + 7; i++) {
            causes.add(Suites.cause(
                    CauseCode.FIELD_MISSING, i < 10 ? Effect.GUARDED : Effect.BREAKS, "struct s" + i + ".m", i + 1));
        }
        Suite suite = Suites.of(Suites.report("many.o", 1, causes, (k, c) -> true));
        JsonNode run = run(suite);
        assertEquals(SuiteSarif.MOST_RESULTS, run.path("results").size());
        long guarded = run.path("results")
                .valueStream()
                .filter(result -> result.path("kind").asString().equals("pass"))
                .count();
        assertEquals(3, guarded);
        JsonNode said = run.path("invocations")
                .path(0)
                .path("toolExecutionNotifications")
                .path(0)
                .path("message")
                .path("text");
        assertTrue(said.asString().startsWith("7 results were left out"), said::toString);
    }
}
