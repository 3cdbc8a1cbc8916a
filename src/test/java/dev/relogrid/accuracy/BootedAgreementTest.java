package dev.relogrid.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.vm.agreement.Agreement;
import dev.relogrid.vm.agreement.Cell;
import dev.relogrid.vm.agreement.Origin;
import dev.relogrid.vm.agreement.Outcome;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine says of real programs is what booted kernels did with them. The counts are printed. */
final class BootedAgreementTest {
    /** Packages of released suites stay; those of others are replaced by newer versions that nobody has booted. */
    private static final int LEAST_PROGRAMS = 500;

    private static final double MOST_FALSE_BROKEN = 0.01;
    private static final double MOST_UNDECIDED = 0.01;
    /** Said to load, and refused for what only the verifier knows. */
    private static final double MOST_FALSE_OK = 0.02;

    /** Of what the kernel refused, this much at least is refused for the same cause. */
    private static final double LEAST_SAME_CAUSE = 0.98;

    static List<BootedKernel> kernels() throws IOException {
        return BootedKernel.all();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void asTheKernelDid(BootedKernel kernel) throws IOException {
        Agreement agreement = new Booted().agreement(kernel);
        List<Cell> cells = agreement.cells();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        cells.forEach(cell -> counts.merge(cell.outcome(), 1, Integer::sum));
        System.out.println(kernel.release() + ": " + cells.size() + " programs, " + counts);

        assertTrue(cells.size() >= LEAST_PROGRAMS, () -> "only " + cells.size() + " programs at hand");
        assertEquals(List.of(), agreement.disputedOpenings());
        assertEquals(
                List.of(),
                cells.stream()
                        .filter(cell -> Origin.of(cell) == Origin.MISSING_MODEL)
                        .toList());
        assertFew(cells, Outcome.FALSE_OK, MOST_FALSE_OK);
        assertFew(cells, Outcome.FALSE_BROKEN, MOST_FALSE_BROKEN);
        assertFew(cells, Outcome.UNKNOWN, MOST_UNDECIDED);
        assertFew(cells, Outcome.CONDITIONAL, MOST_UNDECIDED);
        assertSameCauses(cells);
    }

    /** Where the kernel or libbpf gave a cause that the engine has a word for. */
    private static void assertSameCauses(List<Cell> cells) {
        List<Cell> refused = cells.stream()
                .filter(cell -> cell.outcome() == Outcome.TRUE_BROKEN
                        && !cell.ending().codes().isEmpty())
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
