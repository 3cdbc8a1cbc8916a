package dev.relogrid.policy;

import static dev.relogrid.engine.finding.CauseCode.AMBIGUOUS;
import static dev.relogrid.engine.finding.CauseCode.ATTACH_TARGET_INLINED;
import static dev.relogrid.engine.finding.CauseCode.ATTACH_TARGET_MISSING;
import static dev.relogrid.engine.finding.CauseCode.FIELD_MISSING;
import static dev.relogrid.engine.finding.CauseCode.HELPER_UNKNOWN;
import static dev.relogrid.engine.finding.CauseCode.KSYM_MISSING;
import static dev.relogrid.engine.finding.CauseCode.MAP_TYPE_UNKNOWN;
import static dev.relogrid.engine.verdict.Effect.BREAKS;
import static dev.relogrid.engine.verdict.Effect.DEPENDS;
import static dev.relogrid.engine.verdict.Effect.GUARDED;
import static dev.relogrid.engine.verdict.Effect.UNDECIDED;
import static dev.relogrid.engine.verdict.Effect.WARNS;
import static dev.relogrid.policy.Reported.entries;
import static dev.relogrid.policy.Reported.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.verdict.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What policies make of reports: first one kernel at a time, then many. */
final class PolicyVerdictTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String K = "debian/trixie/amd64/6.12.1-amd64";
    private static final String FENTRY_OR_KPROBE = "alternatives: [{any-of: [fentry, kprobe]}]\n";
    private static final String RINGBUF_OR_PERF = "alternatives: [{any-of-maps: [ring, perf]}]\n";

    private static Reported programs() {
        return new Reported("fentry", "kprobe", "exit")
                .cause(ATTACH_TARGET_MISSING, BREAKS, "function vfs_open") // 0
                .causeIn("kprobe", FIELD_MISSING, BREAKS, "struct inode.i_ctime.tv_sec") // 1
                .causeIn("fentry", AMBIGUOUS, BREAKS, "struct path.mnt") // 2: libbpf gives up there
                .causeIn("shared", AMBIGUOUS, BREAKS, "struct path.dentry") // 3: in a sub-program
                .causeOfObject(MAP_TYPE_UNKNOWN, BREAKS, "map ring of type ringbuf") // 4
                .causeOfObject(MAP_TYPE_UNKNOWN, BREAKS, "map perf of type perf_event_array") // 5
                .causeOfObject(KSYM_MISSING, BREAKS, "kernel symbol bpf_prog_active") // 6
                .cause(ATTACH_TARGET_INLINED, WARNS, "function do_exit") // 7
                .causeIn("exit", HELPER_UNKNOWN, DEPENDS, "helper bpf_loop (#181)") // 8
                .causeIn("exit", HELPER_UNKNOWN, UNDECIDED, "helper bpf_strncmp (#182)") // 9
                .causeIn("exit", FIELD_MISSING, GUARDED, "struct task_struct.state"); // 10
    }

    /** One kernel: what was found, the policy, what is left, and as what it counts. */
    record Case(String name, Reported report, String policy, Verdict effective, Standing standing) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String ignore(String what) {
        return "ignore: [{" + what + ", reason: known, until: 2026-12-31}]\n";
    }

    static final List<Case> CASES = List.of(
            new Case("nothing found", programs().kernel(K), "", Verdict.OK, Standing.PASS),
            new Case("guarded passes", programs().kernel(K, found(10, 2)), "", Verdict.GUARDED, Standing.PASS),
            new Case("changed warns", programs().kernel(K, found(7, 1)), "", Verdict.CHANGED, Standing.WARN),
            new Case("broken fails", programs().kernel(K, found(1, 1)), "", Verdict.BROKEN, Standing.FAIL),
            new Case("no types warn", programs().kernel(K, Verdict.NO_BTF, "none"), "", Verdict.NO_BTF, Standing.WARN),
            new Case(
                    "unless they fail",
                    programs().kernel(K, Verdict.NO_BTF, "none"),
                    "fail-on: no_btf",
                    Verdict.NO_BTF,
                    Standing.FAIL),
            new Case(
                    "no types, accepted",
                    programs().kernel(K, Verdict.NO_BTF, "none"),
                    "fail-on: no_btf\n" + ignore("code: NO_BTF"),
                    Verdict.OK,
                    Standing.WARN),
            new Case(
                    "undecided fails when told so",
                    programs().kernel(K, found(9, 2)),
                    "fail-on: unknown",
                    Verdict.UNKNOWN,
                    Standing.FAIL),
            // alternatives of programs
            new Case(
                    "one of two is enough",
                    programs().kernel(K, found(0, 0)),
                    FENTRY_OR_KPROBE,
                    Verdict.OK,
                    Standing.PASS),
            new Case(
                    "none of two is not",
                    programs().kernel(K, found(0, 0), found(1, 1)),
                    FENTRY_OR_KPROBE,
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "a third that breaks still counts",
                    programs().kernel(K, found(0, 0, 2)),
                    FENTRY_OR_KPROBE,
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "what is left may warn",
                    programs().kernel(K, found(0, 0), found(7, 1)),
                    FENTRY_OR_KPROBE,
                    Verdict.CHANGED,
                    Standing.WARN),
            new Case(
                    "no loader notices what changed",
                    programs().kernel(K, found(7, 0)),
                    FENTRY_OR_KPROBE,
                    Verdict.CHANGED,
                    Standing.WARN),
            new Case(
                    "an error in a program's relocation goes with the program",
                    programs().kernel(K, found(2, 0, 1, 2)),
                    FENTRY_OR_KPROBE,
                    Verdict.OK,
                    Standing.PASS),
            new Case(
                    "one in what programs share stays",
                    programs().kernel(K, found(3, 0, 1, 2)),
                    FENTRY_OR_KPROBE,
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "so does one of the object",
                    programs().kernel(K, found(6, 0, 1, 2)),
                    FENTRY_OR_KPROBE,
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "what no cause explains stays",
                    programs().kernel(K, Verdict.BROKEN, "libbpf stops at a record"),
                    FENTRY_OR_KPROBE + ignore("code: FIELD_MISSING"),
                    Verdict.BROKEN,
                    Standing.FAIL),
            // alternatives of maps
            new Case(
                    "one map of two is enough",
                    programs().kernel(K, found(4, 0, 1, 2)),
                    RINGBUF_OR_PERF,
                    Verdict.OK,
                    Standing.PASS),
            new Case(
                    "none of two maps is not",
                    programs().kernel(K, found(4, 0, 1, 2), found(5, 0, 1, 2)),
                    RINGBUF_OR_PERF,
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "other maps have to be there",
                    programs().kernel(K, found(4, 0, 1, 2)),
                    "alternatives: [{any-of-maps: [buffer, perf]}]",
                    Verdict.BROKEN,
                    Standing.FAIL),
            // what is accepted
            new Case(
                    "an accepted cause is no pass",
                    programs().kernel(K, found(1, 1)),
                    ignore("path: inode.i_ctime"),
                    Verdict.OK,
                    Standing.WARN),
            new Case(
                    "by its last step alone it is not meant",
                    programs().kernel(K, found(1, 1)),
                    ignore("path: tv_sec"),
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "nor by half a step",
                    programs().kernel(K, found(1, 1)),
                    ignore("path: inode.i_c"),
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "by its code",
                    programs().kernel(K, found(1, 1)),
                    ignore("code: field_missing"),
                    Verdict.OK,
                    Standing.WARN),
            new Case(
                    "all that is said has to fit",
                    programs().kernel(K, found(1, 1)),
                    ignore("code: FIELD_RENAMED, path: inode.i_ctime"),
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "for one program",
                    programs().kernel(K, found(0, 0)),
                    ignore("program: fentry"),
                    Verdict.OK,
                    Standing.WARN),
            new Case(
                    "not for the other",
                    programs().kernel(K, found(0, 0, 1)),
                    ignore("program: fentry"),
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "no program is to blame for a map",
                    programs().kernel(K, found(4, 0, 1, 2)),
                    ignore("program: fentry"),
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "a name in words",
                    programs().kernel(K, found(8, 2)),
                    "fail-on: conditional\n" + ignore("path: bpf_loop"),
                    Verdict.OK,
                    Standing.WARN),
            new Case(
                    "what is guarded needs no accepting",
                    programs().kernel(K, found(10, 2)),
                    ignore("code: FIELD_MISSING"),
                    Verdict.OK,
                    Standing.PASS),
            new Case(
                    "accepting is not asked for where an alternative does",
                    programs().kernel(K, found(0, 0)),
                    FENTRY_OR_KPROBE + ignore("program: fentry"),
                    Verdict.OK,
                    Standing.PASS),
            new Case(
                    "and is where none does",
                    programs().kernel(K, found(0, 0), found(1, 1)),
                    FENTRY_OR_KPROBE + ignore("program: kprobe"),
                    Verdict.OK,
                    Standing.WARN),
            new Case(
                    "an entry that ended accepts nothing",
                    programs().kernel(K, found(1, 1)),
                    "ignore: [{path: inode.i_ctime, reason: x, until: 2026-11-30}]",
                    Verdict.BROKEN,
                    Standing.FAIL),
            new Case(
                    "on its last day it does",
                    programs().kernel(K, found(1, 1)),
                    "ignore: [{path: inode.i_ctime, reason: x, until: 2026-12-01}]",
                    Verdict.OK,
                    Standing.WARN));

    @ParameterizedTest
    @FieldSource("CASES")
    void kernelStandsAsThePolicySays(Case one) {
        PolicyVerdict verdict = Policy.parse(one.policy).apply(one.report.report(), entries(K), TODAY);
        KernelStanding kernel = verdict.kernels().getFirst();
        assertEquals(one.effective, kernel.effective());
        assertEquals(one.standing, kernel.standing());
        assertEquals(one.standing == Standing.FAIL, !verdict.failing().isEmpty());
        assertEquals(one.standing == Standing.WARN && one.policy.contains("ignore"), accepted(verdict));
    }

    /** A kernel without types has no cause that could be marked. */
    private static boolean accepted(PolicyVerdict verdict) {
        return !verdict.ignored().isEmpty()
                || verdict.kernels().getFirst().verdict() == Verdict.NO_BTF
                        && verdict.kernels().getFirst().effective() == Verdict.OK;
    }

    private static final String OLD = "debian/bullseye/amd64/5.10.1-amd64";
    private static final String MID = "debian/bookworm/amd64/6.1.1-amd64";
    private static final String SID = "debian/sid/amd64/6.17.1-amd64";
    private static final String BIG = "debian/trixie/s390x/6.12.1-s390x";
    private static final List<CatalogEntry> ARCHIVE = entries(OLD, MID, K, BIG, SID);

    private static Reported archive() {
        return programs()
                .kernel(OLD, found(0, 0), found(4, 0, 1, 2))
                .kernel(MID, found(0, 0))
                .kernel(K, found(1, 1))
                .kernel(SID, found(1, 1))
                .aside(BIG);
    }

    @Test
    void requiredKernelsFailAndWatchedOnesAreTold() {
        String text = "required: [debian <= 13]\nwatch: ['suite:sid']\n" + FENTRY_OR_KPROBE;
        PolicyVerdict verdict = Policy.parse(text).apply(archive().report(), ARCHIVE, TODAY);
        assertFalse(verdict.passes());
        assertEquals(new Tally(2, 0, 1, 1), verdict.required());
        assertEquals(new Tally(1, 0, 0, 0), verdict.watched());
        assertEquals(
                List.of(
                        "Passes on 2 of 3 required kernels, fails on 1.",
                        "MAP_TYPE_UNKNOWN, map ring of type ringbuf: " + OLD + ".",
                        "Of the watched kernels, it passes on the one kernel.",
                        "On 2 kernels the loader has to switch off fentry: " + OLD + ", " + MID + ".",
                        "On 1 kernel the loader has to switch off kprobe: " + K + ".",
                        "1 kernel of the other byte order is set aside."),
                verdict.sentences());
    }

    @Test
    void withoutAPolicyAllKernelsAreRequired() {
        PolicyVerdict verdict = Policy.NONE.apply(archive().report(), ARCHIVE, TODAY);
        assertEquals(new Tally(0, 0, 4, 1), verdict.required());
        assertEquals(3, verdict.failing().size());
        assertEquals(List.of(K, SID), verdict.failing().get(1).kernels());
    }

    @Test
    void whatIsWatchedIsNotRequiredUnlessSaid() {
        PolicyVerdict verdict =
                Policy.parse("watch: [5.10, 6.12, sid]").apply(archive().report(), ARCHIVE, TODAY);
        assertEquals(new Tally(0, 0, 1, 0), verdict.required());
        assertEquals(new Tally(0, 0, 3, 1), verdict.watched());
    }

    @Test
    void queriesThatMeanNothingFail() {
        Reported fine = programs().kernel(K).kernel(OLD).kernel(MID).kernel(SID);
        PolicyVerdict verdict = Policy.parse("required: [debian 13, bookwrm]").apply(fine.report(), ARCHIVE, TODAY);
        assertEquals(0, verdict.required().fail());
        assertFalse(verdict.passes());
        assertTrue(verdict.sentences()
                .get(1)
                .startsWith("The policy cannot be answered: under 'required': no kernel " + "matches 'bookwrm'"));
    }

    @Test
    void endedEntriesFailThoughNothingElseDoes() {
        Reported fine = programs().kernel(K);
        PolicyVerdict verdict = Policy.parse("ignore: [{path: inode.i_ctime, reason: x, until: 2026-11-30}]")
                .apply(fine.report(), entries(K), TODAY);
        assertEquals(new Tally(1, 0, 0, 0), verdict.required());
        assertFalse(verdict.passes());
        assertEquals(
                "The policy no longer ignores inode.i_ctime: its entry ended on 2026-11-30; mend the cause, prolong the "
                        + "entry, or take it out.",
                verdict.sentences().get(1));
    }

    @Test
    void acceptedCausesStayVisible() {
        PolicyVerdict verdict =
                Policy.parse(ignore("path: inode")).apply(archive().report(), ARCHIVE, TODAY);
        assertEquals(1, verdict.ignored().size());
        assertEquals(1, verdict.ignored().getFirst().cause());
        assertEquals(List.of(K, SID), verdict.ignored().getFirst().kernels());
        assertTrue(
                verdict.sentences()
                        .contains(
                                "Accepted on 2 kernels: FIELD_MISSING, struct inode.i_ctime.tv_sec (until 2026-12-31: known)."));
    }

    @Test
    void kernelsNobodyAskedAreUnknown() {
        PolicyVerdict lenient = Policy.NONE.apply(programs().kernel(K).report(), entries(K, OLD), TODAY);
        assertEquals(new Tally(1, 1, 0, 0), lenient.required());
        PolicyVerdict strict =
                Policy.parse("fail-on: unknown").apply(programs().kernel(K).report(), entries(K, OLD), TODAY);
        assertEquals("not judged: " + OLD, strict.failing().getFirst().clause());
    }

    @Test
    void nothingJudgedIsNoPass() {
        PolicyVerdict verdict = Policy.NONE.apply(programs().aside(BIG).report(), entries(BIG), TODAY);
        assertFalse(verdict.passes());
        assertEquals("Is judged on no required kernel.", verdict.headline());
    }

    @Test
    void alternativesThatAreNotLoadedAreNoted() {
        PolicyVerdict verdict = Policy.parse("alternatives: [{any-of: [fentry, optional]}, {any-of: [x, y]}]")
                .apply(programs().kernel(K).report(), entries(K), TODAY);
        assertEquals(1, verdict.notes().size());
        assertTrue(verdict.notes().getFirst().startsWith("the alternative optional is no program"));
    }
}
