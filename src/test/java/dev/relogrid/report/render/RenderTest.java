package dev.relogrid.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.render.SuiteJson;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.Subject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reports of the samples, and of made up objects, are written as. */
final class RenderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Provenance KNOWN = new Provenance("1.2.3", "0a1b2c", "2026-11-20T00:00:00Z");
    private static final String DOCS = "https://example.org/docs/verdicts/";

    /** One program, each kernel with an answer of its own. */
    private static Report made(int kernels, String program, String reason) {
        List<String> ids = new ArrayList<>();
        List<AnswerClass> classes = new ArrayList<>();
        int[] classOf = new int[kernels];
        for (int i = 0; i < kernels; i++) {
            ids.add("debian/suite" + i + "/amd64/6." + i + ".0-amd64");
            classOf[i] = i;
            classes.add(new AnswerClass(
                    Verdict.BROKEN, reason, List.of(new ProgramAnswer(Verdict.BROKEN, reason)), List.of()));
        }
        Subject subject =
                new Subject("a|b.o", null, List.of(new Subject.ProgramName(program, "kprobe/x")), 1, List.of());
        return new Report(subject, ids, classOf, classes, List.of(), List.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "task_state", "kconfig_guard", "helper_unguarded", "no_relos"})
    void sarifHasOneResultForEachCause(String sample) {
        Report report = Samples.report(sample);
        JsonNode run =
                JSON.readTree(SarifReport.of(report, KNOWN, DOCS)).path("runs").path(0);
        List<String> rules = new ArrayList<>();
        run.path("tool").path("driver").path("rules").forEach(rule -> {
            rules.add(rule.path("id").asString());
            assertEquals(DOCS + rule.path("id").asString(), rule.path("helpUri").asString());
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
                    64,
                    result.path("partialFingerprints")
                            .path("relogridCause/v1")
                            .asString()
                            .length());
            JsonNode uri = result.path("locations")
                    .path(0)
                    .path("physicalLocation")
                    .path("artifactLocation")
                    .path("uri");
            String file = card.place() == null ? sample + ".bpf.o" : "samples/" + sample + ".bpf.c";
            assertEquals(file, uri.asString());
        }
        assertEquals("1.2.3", run.path("tool").path("driver").path("version").asString());
    }

    @Test
    void whatAResultIsKnownByDoesNotChangeWithLines() {
        Report report = Samples.report("ctime");
        List<CauseCard> moved = new ArrayList<>();
        for (CauseCard card : report.causes()) {
            moved.add(movedDown(card));
        }
        Report other = new Report(
                report.subject(),
                report.kernels(),
                report.classOf(),
                report.classes(),
                moved,
                report.otherByteOrder(),
                report.unanswered());
        assertEquals(fingerprints(report), fingerprints(other));
        assertFalse(SarifReport.of(report, null, null).equals(SarifReport.of(other, null, null)));
    }

    private static CauseCard movedDown(CauseCard card) {
        CauseCard.Place place = card.place();
        CauseCard.Place down = place == null
                ? null
                : new CauseCard.Place(
                        place.function(), place.insn() + 3, place.file(), place.line() + 10, 1, "", place.places());
        return new CauseCard(
                card.code(),
                card.effect(),
                card.stage(),
                card.wholeObject(),
                card.wanted(),
                down,
                card.access(),
                card.nearest(),
                card.history(),
                card.fix());
    }

    private static List<String> fingerprints(Report report) {
        JsonNode results = JSON.readTree(SarifReport.of(report, null, null))
                .path("runs")
                .path(0)
                .path("results");
        return results.valueStream()
                .map(result -> result.path("partialFingerprints").toString())
                .toList();
    }

    @Test
    void jsonSaysWhatAnAnswerDependsOnWhereThatIsKnown() {
        Report report = Samples.report("task_state");
        JsonNode object = JSON.readTree(json(report, KNOWN)).path("objects").path(0);
        assertEquals("1.2.3", object.path("engine").asString());
        assertEquals("0a1b2c", object.path("archive").asString());
        assertEquals(report.subject().sha256(), object.path("sha256").asString());
        assertEquals(report.kernels().size(), object.path("kernels").size());
        assertTrue(JSON.readTree(json(report, null))
                .path("objects")
                .path(0)
                .path("engine")
                .isMissingNode());
    }

    @Test
    void textIsWhatTheCommandLinePrintsAndEndsWithItsHeadline() {
        Report report = Samples.report("task_state");
        List<String> lines = TextReport.of(report).lines().toList();
        assertEquals("task_state.bpf.o: " + TextReport.headline(report), lines.getFirst());
        assertEquals(lines.getFirst(), lines.getLast());
        Sighting cause = report.seen().getFirst();
        assertTrue(TextReport.of(report).contains(CauseText.of(report, cause)), CauseText.of(report, cause));
    }

    @Test
    void aCommentSaysWhatBreaksWhereAndHowToFixIt() {
        Report report = Samples.report("ctime");
        String text = MarkdownReport.of(report, null, KNOWN, DOCS);
        List<String> lines = text.lines().toList();
        assertTrue(lines.getFirst().startsWith("`ctime.bpf.o` "), text);
        assertTrue(lines.getFirst().contains("breaks on"), text);
        assertEquals(MarkdownReport.marker("ctime.bpf.o"), lines.get(1));
        assertTrue(text.contains("| debian/trixie 6.12 | "), text);
        assertTrue(text.contains("`samples/ctime.bpf.c:18`"), text);
        assertTrue(text.contains("[FIELD_RENAMED](" + DOCS + "FIELD_RENAMED)"), text);
        assertTrue(text.contains("```c\n"), text);
        assertTrue(text.contains("<details>") && text.contains("</details>"), text);
    }

    @Test
    void aCommentOnAChangeBeginsWithWhatChanged() {
        Report broken = Samples.report("ctime");
        Report fixed = Samples.report("ctime_fixed");
        String better = MarkdownReport.of(fixed, broken, null, null);
        assertTrue(better.matches("(?s)\\*\\*\\d+ kernels fixed\\*\\*, .*"), better);
        String worse = MarkdownReport.of(broken, fixed, null, null);
        assertTrue(worse.matches("(?s)\\*\\*\\d+ kernels broke\\*\\*, .*"), worse);
        assertTrue(worse.contains("- **new**: `samples/ctime.bpf.c:18`"), worse);
        String same = MarkdownReport.of(broken, broken, null, null);
        assertTrue(same.startsWith("**" + broken.kernels().size() + " kernels unchanged**. "), same);
        assertFalse(same.contains("| before | now |"), same);
    }

    @Test
    void aCommentIsCutAtWholeRowsAndSaysSo() {
        String text = MarkdownReport.of(made(4000, "p", "x".repeat(90)), null, KNOWN, null);
        assertTrue(text.length() <= 60_000, () -> text.length() + " characters");
        assertTrue(text.contains(" more rows were left out."), text.substring(text.length() - 300));
        assertTrue(text.lines().filter(line -> line.startsWith("| debian")).allMatch(line -> line.endsWith(" |")));
    }

    @Test
    void namesInACommentAreNoMarkup() {
        String text = MarkdownReport.of(made(1, "p", "a|b <img src=x> @octocat *x* `c` [y](z)"), null, null, null);
        assertTrue(text.startsWith("`a\\|b.o` "), text);
        assertTrue(text.contains("a\\|b \\<img src=x\\> &#64;octocat \\*x\\* \\`c\\` \\[y\\](z)"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "attach"})
    void theSameReportIsTheSameBytes(String sample) {
        List<String> once = all(Samples.report(sample));
        assertEquals(once, all(Samples.report(sample)));
    }

    private static List<String> all(Report report) {
        return List.of(
                TextReport.of(report),
                json(report, KNOWN),
                MarkdownReport.of(report, null, KNOWN, null),
                SarifReport.of(report, KNOWN, null));
    }

    private static String json(Report report, @Nullable Provenance provenance) {
        return SuiteJson.of(Suite.of(Member.of(report), provenance));
    }
}
