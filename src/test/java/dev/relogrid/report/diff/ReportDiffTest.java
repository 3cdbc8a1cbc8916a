package dev.relogrid.report.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import dev.relogrid.report.diff.Change.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is different between reports of samples on real kernels. */
final class ReportDiffTest {
    private static final Report BROKEN = Samples.report("ctime");
    private static final Report FIXED = Samples.report("ctime_fixed");

    private static String first(Report report, Verdict verdict) {
        for (int i = 0; i < report.kernels().size(); i++) {
            if (report.answer(i).verdict() == verdict && report.kernels().get(i).contains("/amd64/")) {
                return report.kernels().get(i);
            }
        }
        throw new AssertionError("no kernel is " + verdict);
    }

    @Test
    void aReportDoesNotDifferFromItself() {
        ReportDiff diff = ReportDiff.of(BROKEN, BROKEN);
        assertFalse(diff.differs());
        assertEquals(BROKEN.kernels().size(), diff.same());
        assertEquals(
                BROKEN.kernels().size() + " kernels unchanged", Tally.of(diff).toString());
    }

    @Test
    void whatAnEditFixesIsWhatUndoingItBreaks() {
        int breaks = BROKEN.counts().getOrDefault(Verdict.BROKEN, 0);
        ReportDiff fix = ReportDiff.of(BROKEN, FIXED);
        ReportDiff undo = ReportDiff.of(FIXED, BROKEN);
        assertEquals(breaks, fix.kernels(Kind.FIXED).size());
        assertEquals(fix.kernels(Kind.FIXED), undo.kernels(Kind.REGRESSED));
        assertEquals(List.of(), fix.kernels(Kind.REGRESSED));
        CauseChange gone = fix.causes().getFirst();
        assertEquals(Kind.FIXED, gone.kind());
        assertEquals("struct inode.i_ctime.tv_sec", gone.key().wanted());
        assertEquals(breaks, gone.kernels().size());
        assertEquals(gone.key(), undo.causes().getFirst().key());
        assertEquals(Kind.REGRESSED, undo.causes().getFirst().kind());
    }

    @Test
    void kernelsAndProgramsOfOneOnlyAreNewOrGone() {
        Report part = BROKEN.on(id -> id.contains("/amd64/"));
        ReportDiff diff = ReportDiff.of(part, BROKEN);
        assertEquals(
                BROKEN.kernels().size() - part.kernels().size(),
                diff.newKernels().size());
        assertEquals(List.of(), diff.removedKernels());
        assertEquals(part.kernels().size(), diff.same());
        assertTrue(diff.differs());
        ReportDiff other = ReportDiff.of(Samples.report("task_state"), BROKEN);
        assertEquals(List.of("on_open"), other.newPrograms());
        assertEquals(List.of("on_switch"), other.removedPrograms());
        assertEquals(List.of(), other.programs());
    }

    @Test
    void betweenKernelsItIsWhatBreaksOnTheWay() {
        String old = first(BROKEN, Verdict.GUARDED);
        String young = first(BROKEN, Verdict.BROKEN);
        KernelDiff up = KernelDiff.of(BROKEN, old, young);
        assertEquals(List.of(young), up.diff().kernels(Kind.REGRESSED));
        assertEquals(
                "struct inode.i_ctime.tv_sec",
                up.diff().causes().getFirst().key().wanted());
        assertEquals(List.of(old), KernelDiff.of(BROKEN, young, old).diff().kernels(Kind.FIXED));
        assertThrows(IllegalArgumentException.class, () -> KernelDiff.of(BROKEN, old, "debian/no/such/kernel"));
    }

    @Test
    void itIsWrittenForPeopleAndForPrograms() {
        ReportDiff diff = ReportDiff.of(FIXED, BROKEN);
        int breaks = diff.kernels(Kind.REGRESSED).size();
        String text = DiffText.of(diff);
        assertTrue(text.startsWith("ctime_fixed.bpf.o \u2192 ctime.bpf.o: " + breaks + " kernels broke"), text);
        assertTrue(text.contains("+ on_open wants struct inode.i_ctime.tv_sec"), text);
        String comment = DiffMarkdown.of(diff);
        assertTrue(comment.startsWith("**" + breaks + " kernels broke**"), comment);
        assertTrue(comment.contains("- **new**: `on_open` wants `struct inode.i_ctime.tv_sec` at `"), comment);
        JsonNode json = JsonMapper.builder().build().readTree(DiffJson.of(diff));
        assertEquals("regressed", json.path("changes").path(0).path("kind").asString());
        assertEquals(breaks, json.path("changes").path(0).path("kernels").size());
        assertEquals("on_open", json.path("causes").path(0).path("where").asString());
    }
}
