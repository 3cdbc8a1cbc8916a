package dev.relogrid.policy;

import static dev.relogrid.engine.finding.CauseCode.FIELD_MISSING;
import static dev.relogrid.engine.finding.CauseCode.HELPER_UNKNOWN;
import static dev.relogrid.engine.verdict.Effect.BREAKS;
import static dev.relogrid.engine.verdict.Effect.UNDECIDED;
import static dev.relogrid.policy.Reported.entries;
import static dev.relogrid.policy.Reported.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.policy.Releasable.Candidate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether something may be released, and why not. */
final class ReleasableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    /** Ten kernels of two lines. */
    private static final String[] IDS = IntStream.range(0, 10)
            .mapToObj(i -> i < 5 ? "debian/bookworm/amd64/6.1." + i : "debian/trixie/amd64/6.12." + i)
            .toArray(String[]::new);

    private static final List<CatalogEntry> KERNELS = entries(IDS);

    /** Fails on the first {@code broken} kernels, is undecided on the last {@code undecided}. */
    private static Candidate candidate(String name, int broken, int undecided) {
        Reported report = new Reported("open")
                .causeIn("open", FIELD_MISSING, BREAKS, "struct inode.i_ctime")
                .causeIn("open", HELPER_UNKNOWN, UNDECIDED, "helper bpf_loop (#181)");
        for (int i = 0; i < IDS.length; i++) {
            if (i < broken) {
                report.kernel(IDS[i], found(0, 0));
            } else if (i >= IDS.length - undecided) {
                report.kernel(IDS[i], found(1, 0));
            } else {
                report.kernel(IDS[i]);
            }
        }
        return new Candidate(name, Policy.NONE.apply(report.report(), KERNELS, TODAY));
    }

    @Test
    void whatWorksEverywhereIs() {
        Releasable answer = Releasable.of(List.of(candidate("open.bpf.o", 0, 0)), true);
        assertTrue(answer.releasable());
        assertEquals("Yes: it passes on all 10 required kernels.", answer.headline());
        assertEquals(List.of(), answer.reasons());
    }

    @Test
    void headlineOfOneIsTheSameWithoutReasons() {
        for (Candidate candidate :
                List.of(candidate("a", 0, 0), candidate("a", 10, 0), candidate("a", 7, 1), candidate("a", 0, 10))) {
            assertEquals(Releasable.of(List.of(candidate), false).headline(), Releasable.headline(candidate.verdict()));
        }
    }

    @Test
    void whatFailsIsNotAndSaysWhereAndWhy() {
        Releasable answer = Releasable.of(List.of(candidate("open.bpf.o", 7, 1)), false);
        assertFalse(answer.releasable());
        assertEquals(
                "No: it passes on 2 of 10 required kernels, fails on 7, is uncertain or accepted on 1.",
                answer.headline());
        assertEquals(
                List.of("FIELD_MISSING, struct inode.i_ctime: debian 12 (5 kernels), debian 13 (2 kernels)."),
                answer.reasons());
    }

    @Test
    void whatCannotBeSaidIsInTheWayOnlyOfTheStrict() {
        List<Candidate> open = List.of(candidate("open.bpf.o", 0, 2));
        assertTrue(Releasable.of(open, false).releasable());
        Releasable strict = Releasable.of(open, true);
        assertFalse(strict.releasable());
        assertEquals(List.of("cannot be said (unknown): " + IDS[8] + ", " + IDS[9] + "."), strict.reasons());
    }

    @Test
    void objectsOfARefAreReleasedTogether() {
        Releasable answer = Releasable.of(
                List.of(candidate("open.bpf.o", 1, 0), candidate("exec.bpf.o", 2, 1), candidate("exit.bpf.o", 0, 0)),
                false);
        assertEquals(new Tally(7, 1, 2, 0), answer.kernels());
        assertEquals(
                List.of(
                        "open.bpf.o: FIELD_MISSING, struct inode.i_ctime: " + IDS[0] + ".",
                        "exec.bpf.o: FIELD_MISSING, struct inode.i_ctime: " + IDS[0] + ", " + IDS[1] + "."),
                answer.reasons());
    }

    @Test
    void nothingIsNotReleasable() {
        Releasable answer = Releasable.of(List.of(), false);
        assertFalse(answer.releasable());
        assertEquals(List.of("There is no object."), answer.reasons());
    }
}
