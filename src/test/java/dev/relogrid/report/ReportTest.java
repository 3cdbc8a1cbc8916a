package dev.relogrid.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.ProgramVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of the samples on real kernels, against what the engine says of one kernel after the other. */
final class ReportTest {

    /** Everything that is said, kernel by kernel and cause by cause, without numbers that may differ. */
    private static String said(Report report) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < report.kernels().size(); i++) {
            AnswerClass answer = report.answer(i);
            text.append(report.kernels().get(i)).append(' ').append(answer.verdict());
            text.append(' ').append(answer.reason()).append(answer.programs()).append('\n');
        }
        for (Sighting cause : report.seen()) {
            CauseCard card = cause.card();
            text.append(card.effect()).append(' ').append(card.wanted()).append(cause.has());
            text.append(cause.whys())
                    .append(cause.programs())
                    .append(cause.kernels())
                    .append('\n');
        }
        return text.append(report.otherByteOrder()).append(report.unanswered()).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "task_state", "guarded", "kconfig_guard", "attach", "flavor_typo", "no_relos"})
    void aReportSaysOfEachKernelWhatTheEngineSays(String sample) {
        ObjectSpecs specs = Samples.specs(sample);
        Report report = Samples.report(sample);
        Judge judge = new Judge(specs);
        List<String> aside = new ArrayList<>(report.otherByteOrder());
        assertEquals(Samples.KERNELS.size(), report.kernels().size() + aside.size());
        for (StoredKernel kernel : Samples.KERNELS) {
            AnswerClass answer = report.answer(kernel.id());
            KernelVerdict verdict = judge.on(light(kernel)).verdict();
            if (answer == null) {
                assertTrue(aside.contains(kernel.id()));
                continue;
            }
            assertEquals(verdict.verdict(), answer.verdict(), kernel.id());
            assertEquals(verdict.reason(), answer.reason(), kernel.id());
            for (int i = 0; i < verdict.programs().size(); i++) {
                ProgramVerdict program = verdict.programs().get(i);
                assertEquals(
                        program.program().name(),
                        report.subject().programs().get(i).name());
                assertEquals(
                        new AnswerClass.ProgramAnswer(program.verdict(), program.reason()),
                        answer.programs().get(i));
            }
            assertEquals(verdict.findings().size(), answer.found().size(), kernel.id());
        }
        assertTrue(report.classes().size() < report.kernels().size(), "kernels that answer alike share the answer");
    }

    /** The same kernel, reading no more of it than is asked for. */
    private static Kernel light(StoredKernel kernel) {
        StoredKernel.Membership place = kernel.membership();
        return place == null ? kernel : place.family().ask(place.index()).kernel();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "task_state", "kconfig_guard", "attach", "helper_unguarded"})
    void aPartOfAReportIsTheReportOfThatPart(String sample) {
        Report whole = Samples.report(sample);
        List<Predicate<String>> parts = List.of(
                id -> id.contains("/amd64/"),
                id -> id.contains("trixie"),
                id -> id.contains("/5.10.") || id.contains("/arm64/"),
                id -> id.endsWith("cloud-amd64"),
                id -> false);
        for (Predicate<String> part : parts) {
            assertEquals(said(Samples.report(sample, part)), said(whole.on(part)), sample);
        }
        assertEquals(said(whole), said(whole.on(id -> true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctime", "task_state", "kconfig_guard", "attach", "helper_unguarded", "no_btf"})
    void aReportIsTheSameAfterItWasJson(String sample) {
        Report report = Samples.report(sample);
        String json = ReportJson.write(report);
        Report read = ReportJson.read(json, Report.class);
        assertEquals(json, ReportJson.write(read));
        assertEquals(said(report), said(read));
        assertEquals(report.causes(), read.causes());
        assertEquals(report.classes(), read.classes());
        assertEquals(report.subject(), read.subject());
        for (CauseCard card : report.causes()) {
            assertEquals(card, ReportJson.read(ReportJson.write(card), CauseCard.class));
        }
        for (AnswerClass answer : report.classes()) {
            assertEquals(answer, ReportJson.read(ReportJson.write(answer), AnswerClass.class));
        }
        assertEquals(report.subject(), ReportJson.read(ReportJson.write(report.subject()), Subject.class));
    }

    @Test
    void theCardOfACauseSaysWhereItIsAndWhatToDo() {
        CauseCard card = Samples.report("ctime").causes().getFirst();
        assertEquals(CauseCode.FIELD_RENAMED, card.code());
        CauseCard.Place place = card.place();
        CauseCard.Access access = card.access();
        assertTrue(place != null && "ctime.bpf.c".equals(lastPart(place.file())), card::toString);
        assertTrue(access != null && access.root().equals("struct inode"), card::toString);
        assertEquals("i_ctime", access == null ? "" : access.steps().get(access.missing()));
        assertTrue(card.fix().contains("bpf_core_field_exists"), card::fix);
        assertTrue(card.history().getFirst().text().startsWith("i_ctime \u2500\u2500"), card::toString);
        assertFalse(card.nearest().isEmpty());
    }

    private static String lastPart(@Nullable String path) {
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }
}
