package dev.relogrid.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.render.Form;
import dev.relogrid.gate.render.Rendering;
import dev.relogrid.gate.render.SuiteJson;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import dev.relogrid.report.Sighting;
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
        assertEquals(
                TextReport.headline(report),
                TextReport.headline(report.counts(), 0, report.subject().relocations()));
        assertEquals(lines.getFirst(), lines.getLast());
        Sighting cause = report.seen().getFirst();
        assertTrue(TextReport.of(report).contains(CauseText.of(report, cause)), CauseText.of(report, cause));
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
                Form.CSV.render(Suite.of(Member.of(report), KNOWN), Rendering.PLAIN),
                Form.MARKDOWN.render(Suite.of(Member.of(report), KNOWN), Rendering.PLAIN),
                Form.SARIF.render(Suite.of(Member.of(report), KNOWN), Rendering.PLAIN));
    }

    private static String json(Report report, @Nullable Provenance provenance) {
        return SuiteJson.of(Suite.of(Member.of(report), provenance));
    }
}
