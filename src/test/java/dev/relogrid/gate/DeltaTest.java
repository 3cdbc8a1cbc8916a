package dev.relogrid.gate;

import static dev.relogrid.policy.Reported.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.policy.Reported;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is new of what a report says: the gate is silent about all else. */
final class DeltaTest {
    private static final String OLD = "debian/bullseye/amd64/5.10.0-32-amd64";
    private static final String NEW = "debian/trixie/amd64/6.12.107+deb13-cloud-amd64";
    private static final List<CatalogEntry> KERNELS = Reported.entries(OLD, NEW);
    private static final String IGNORED = "ignore: [{path: gone, reason: known, until: 2026-12-31}]";

    /** Two programs and two causes, one of each. */
    private static Reported probe() {
        return new Reported("on_open", "on_exit")
                .cause(CauseCode.KFUNC_MISSING, Effect.BREAKS, "gone")
                .cause(CauseCode.HELPER_UNKNOWN, Effect.BREAKS, "other")
                .cause(CauseCode.KCONFIG_UNKNOWN, Effect.DEPENDS, "option")
                .cause(CauseCode.KFUNC_MISSING, Effect.GUARDED, "gone");
    }

    private static Report on(Found... found) {
        return probe().kernel(OLD).kernel(NEW, found).report();
    }

    private static final Report FINE = on();
    private static final Report OPEN_BROKEN = on(found(0, 0));

    private static Delta delta(Member member) {
        return assertNotNull(member.delta());
    }

    private static Delta assertNotNull(@Nullable Delta delta) {
        if (delta == null) {
            throw new AssertionError("compared with nothing");
        }
        return delta;
    }

    private static Member now(Report before, Report now) {
        return now(before, "", now, "");
    }

    private static Member now(Report before, String policyBefore, Report now, String policyNow) {
        Baseline was = Gated.before(Gated.member(before, policyBefore, KERNELS, null));
        return Gated.member(now, policyNow, KERNELS, was);
    }

    @Test
    void nothingIsNewWhereNothingChanged() {
        for (Report report : List.of(FINE, OPEN_BROKEN, on(found(2, 0)))) {
            Member member = now(report, report);
            assertEquals(Map.of(Shift.SAME, 2), delta(member).counts());
            assertEquals(List.of(), delta(member).broke());
            assertEquals(Set.of(), delta(member).newCauses());
            assertFalse(delta(member).differs());
            assertEquals(Outcome.PASS, member.outcome());
        }
    }

    @Test
    void aKernelThatFailsAndDidNotIsBroken() {
        Member member = now(FINE, OPEN_BROKEN);
        assertEquals(Map.of(OLD, Shift.SAME, NEW, Shift.BROKE), delta(member).kernels());
        assertEquals(List.of(NEW), delta(member).broke());
        assertEquals(Set.of(0), delta(member).newCauses());
        assertTrue(delta(member).differs());
        assertEquals(Outcome.FAIL, member.outcome());
    }

    @Test
    void anotherProgramThatFailsIsNewWhereTheObjectFailedAlready() {
        Member member = now(OPEN_BROKEN, on(found(0, 0), found(1, 1)));
        assertEquals(List.of(NEW), delta(member).broke());
        assertEquals(Set.of(1), delta(member).newCauses());
        assertEquals(Outcome.FAIL, member.outcome());
    }

    @Test
    void whatWasGuardedAndIsReachedNowIsNew() {
        Report guarded = on(found(3, 0));
        assertEquals(Set.of(0), delta(now(guarded, OPEN_BROKEN)).newCauses());
        assertEquals(Set.of(), delta(now(FINE, guarded)).newCauses());
        assertFalse(delta(now(FINE, guarded)).differs());
    }

    @Test
    void oneProgramLessIsNothingToActOn() {
        Member member = now(on(found(0, 0), found(1, 1)), OPEN_BROKEN);
        assertEquals(Map.of(Shift.SAME, 2), delta(member).counts());
        assertEquals(Outcome.PASS, member.outcome());
    }

    @Test
    void aKernelNobodyAskedBeforeIsNotCompared() {
        Report before = probe().kernel(OLD).report();
        Baseline was = Gated.before(Gated.member(before, "", Reported.entries(OLD), null));
        Member member = Gated.member(OPEN_BROKEN, "", KERNELS, was);
        assertEquals(Shift.NOT_COMPARED, delta(member).kernels().get(NEW));
        assertEquals(List.of(), delta(member).broke());
        assertEquals(Set.of(), delta(member).newCauses());
        assertEquals(Outcome.PASS, member.outcome());
    }

    @Test
    void whatWasAcceptedAndIsNoLongerIsBroken() {
        Member member = now(OPEN_BROKEN, IGNORED, OPEN_BROKEN, "");
        assertEquals(List.of(NEW), delta(member).broke());
        assertEquals(Outcome.FAIL, member.outcome());
        Member accepted = now(OPEN_BROKEN, "", OPEN_BROKEN, IGNORED);
        assertEquals(Shift.FIXED, delta(accepted).kernels().get(NEW));
        assertEquals(Outcome.PASS, accepted.outcome());
    }

    @Test
    void betterAndWorseDoNotFail() {
        Report depends = on(found(2, 0));
        assertEquals(Shift.WORSE, delta(now(FINE, depends)).kernels().get(NEW));
        assertEquals(Shift.BETTER, delta(now(depends, FINE)).kernels().get(NEW));
        assertEquals(Shift.FIXED, delta(now(OPEN_BROKEN, depends)).kernels().get(NEW));
        assertEquals(Outcome.PASS, now(FINE, depends).outcome());
    }

    @Test
    void everyFailureOfANewObjectIsNew() {
        Baseline other = new Baseline("before", Map.of());
        Member member = Gated.member(OPEN_BROKEN, "", KERNELS, other);
        assertTrue(delta(member).isNew());
        assertEquals(List.of(NEW), delta(member).broke());
        assertEquals(Outcome.FAIL, member.outcome());
    }

    @Test
    void whatIsOnlyWatchedDoesNotFail() {
        String policy = "required: suite:bullseye\nwatch: suite:trixie";
        Member member = now(FINE, policy, OPEN_BROKEN, policy);
        assertEquals(Shift.BROKE, delta(member).kernels().get(NEW));
        assertEquals(List.of(), delta(member).broke());
        assertEquals(Outcome.PASS, member.outcome());
    }

    @Test
    void aVerdictThatComesFromNoCauseIsComparedToo() {
        Report before = probe().kernel(OLD)
                .kernel(NEW, Verdict.BROKEN, "it is not opened")
                .report();
        assertEquals(Outcome.PASS, now(before, before).outcome());
        assertEquals(Outcome.FAIL, now(FINE, before).outcome());
    }
}
