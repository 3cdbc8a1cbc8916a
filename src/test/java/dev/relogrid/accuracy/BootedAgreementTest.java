package dev.relogrid.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.accuracy.Agreement.Cell;
import dev.relogrid.accuracy.Agreement.Outcome;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the engine says of real programs is what booted kernels did with them. The table is printed. */
final class BootedAgreementTest {
    /** Packages of released suites stay; those of others are replaced by newer versions that nobody has booted. */
    private static final int LEAST_PROGRAMS = 500;

    private static final double MOST_FALSE_BROKEN = 0.01;
    private static final double MOST_UNDECIDED = 0.01;

    /** Of what the kernel refused, this much at least is refused for the same cause. */
    private static final double LEAST_SAME_CAUSE = 0.98;

    static final List<String> releases = BootedKernel.RELEASES;

    @ParameterizedTest
    @FieldSource("releases")
    void asTheKernelDid(String release) throws IOException {
        Agreement agreement = Agreement.with(BootedKernel.of(release));
        List<Cell> cells = agreement.cells();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        cells.forEach(cell -> counts.merge(cell.outcome(), 1, Integer::sum));
        System.out.println(release + ": " + cells.size() + " programs, " + counts);

        assertTrue(cells.size() >= LEAST_PROGRAMS, () -> "only " + cells.size() + " programs at hand");
        assertEquals(List.of(), agreement.disputedOpenings());
        assertEquals(
                List.of(),
                cells.stream()
                        .filter(cell -> cell.outcome() == Outcome.FALSE_OK && KnownMiss.of(cell) == null)
                        .toList());
        assertFew(cells, Outcome.FALSE_BROKEN, MOST_FALSE_BROKEN);
        assertFew(cells, Outcome.UNKNOWN, MOST_UNDECIDED);
        assertFew(cells, Outcome.CONDITIONAL, MOST_UNDECIDED);
        List<Cell> refused = cells.stream()
                .filter(cell -> cell.outcome() == Outcome.TRUE_BROKEN)
                .toList();
        List<Cell> otherwise =
                refused.stream().filter(cell -> !cell.isSameCause()).toList();
        assertTrue(
                otherwise.size() <= (1 - LEAST_SAME_CAUSE) * refused.size(), () -> "for another cause: " + otherwise);
    }

    private static void assertFew(List<Cell> cells, Outcome outcome, double share) {
        List<Cell> such =
                cells.stream().filter(cell -> cell.outcome() == outcome).toList();
        assertTrue(such.size() <= share * cells.size(), () -> outcome + ": " + such);
    }
}
