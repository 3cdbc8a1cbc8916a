package dev.relogrid.gate.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Gated;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Suite;
import dev.relogrid.policy.Reported;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of a suite. */
final class SuiteCsvTest {
    private static final String HEAD = "object,kernel,program,section,verdict,reason";

    @Test
    void thereIsARowForEachProgramOnEachKernelOfEachObject() {
        Report attach = Samples.report("attach");
        Report ctime = Samples.report("ctime");
        Suite suite = Gated.suite(Gated.member(attach, "", null), Gated.member(ctime, "", null));
        List<String> lines = SuiteCsv.of(suite).lines().toList();
        assertEquals(HEAD, lines.getFirst());
        int rows = attach.kernels().size() * attach.subject().programs().size()
                + ctime.kernels().size() * ctime.subject().programs().size();
        assertEquals(1 + rows, lines.size());
        assertTrue(lines.get(1).startsWith("attach.bpf.o,debian/"), lines.get(1));
        assertTrue(lines.getLast().startsWith("ctime.bpf.o,debian/"), lines.getLast());
    }

    @Test
    void whatNeedsQuotesHasThem() {
        Report report = new Reported("a,b")
                .kernel("k", Verdict.BROKEN, "it says \"no\"")
                .report();
        assertEquals(
                HEAD + "\r\nprobe.bpf.o,k,\"a,b\",\"kprobe/a,b\",broken,\"it says \"\"no\"\"\"\r\n",
                SuiteCsv.of(Gated.suite(Member.of(report))));
    }

    @Test
    void anObjectWithoutProgramsIsARow() {
        Report report = new Reported().kernel("k", Verdict.OK, "").report();
        assertEquals(HEAD + "\r\nprobe.bpf.o,k,,,ok,\r\n", SuiteCsv.of(Gated.suite(Member.of(report))));
    }
}
