package dev.relogrid.gate;

import static dev.relogrid.policy.Reported.found;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.policy.Reported;
import dev.relogrid.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence a suite is told with, and what it comes to. */
final class HeadlineTest {
    private static final String OLD = "debian/bullseye/amd64/5.10.0-32-amd64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";
    private static final List<CatalogEntry> KERNELS = Reported.entries(OLD, NEW);
    private static final Report FINE = new Reported("p").kernel(OLD).kernel(NEW).report();
    private static final Report BROKEN = new Reported("p")
            .cause(CauseCode.KFUNC_MISSING, Effect.BREAKS, "gone")
            .kernel(OLD)
            .kernel(NEW, found(0, 0))
            .report();

    private static Member of(Report report) {
        return Gated.member(report, "", KERNELS, null);
    }

    private static Member of(Report before, Report now) {
        return Gated.member(now, "", KERNELS, Gated.before(of(before)));
    }

    @Test
    void oneObjectIsToldByWhatItsPolicySays() {
        assertEquals("passes on all 2 required kernels", Gated.suite(of(FINE)).headline());
        assertEquals(
                "passes on 1 of 2 required kernels, fails on 1",
                Gated.suite(of(BROKEN)).headline());
    }

    @Test
    void severalAreToldTogether() {
        assertEquals(
                "all 2 objects pass on 2 required kernels",
                Gated.suite(of(FINE), of(FINE)).headline());
        assertEquals(
                "1 of 2 objects does not pass, on 1 of 2 required kernels",
                Gated.suite(of(FINE), of(BROKEN)).headline());
    }

    @Test
    void whatChangedComesFirst() {
        Suite broke = Gated.suite(of(FINE, BROKEN));
        assertEquals("1 kernel broke, 1 unchanged; passes on 1 of 2 required kernels, fails on 1", broke.headline());
        assertEquals(Outcome.FAIL, broke.outcome());
        Suite known = Gated.suite(of(BROKEN, BROKEN));
        assertEquals("2 kernels unchanged; passes on 1 of 2 required kernels, fails on 1", known.headline());
        assertEquals(Outcome.PASS, known.outcome());
    }

    @Test
    void whatWasNotAnsweredIsSaidAndIsNoFailure() {
        Unread unread = new Unread("b.o", "malformed", "expected an ELF object");
        Suite open = Gated.with(Gated.suite(of(FINE)), unread);
        assertEquals("passes on all 2 required kernels; 1 object not answered", open.headline());
        assertEquals(Outcome.NO_ANSWER, open.outcome());
        assertEquals(2, open.outcome().exitCode());
        assertEquals(Outcome.FAIL, Gated.with(Gated.suite(of(BROKEN)), unread).outcome());
        Suite none = Gated.with(Gated.suite(), unread);
        assertEquals("no object was judged", none.headline());
        assertEquals(Outcome.NO_ANSWER, none.outcome());
    }
}
