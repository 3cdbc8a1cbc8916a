package dev.relogrid.policy;

import static dev.relogrid.policy.Standing.ASIDE;
import static dev.relogrid.policy.Standing.FAIL;
import static dev.relogrid.policy.Standing.PASS;
import static dev.relogrid.policy.Standing.WARN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.policy.FleetProblem.Bad;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Tables of machines, and what standings mean for them. */
final class FleetTest {
    record Table(String name, String text, Map<String, Long> nodes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Table> TABLES = List.of(
            new Table("commas", "6.1.0-1-amd64,3\n6.12.1,4\n", Map.of("6.1.0-1-amd64", 3L, "6.12.1", 4L)),
            new Table("tabs and a header", "Kernel\tNodes\n6.1.0\t3\r\n", Map.of("6.1.0", 3L)),
            new Table("a header without numbers", "kernel,nodes\n6.1.0,3", Map.of("6.1.0", 3L)),
            new Table("quotes and blanks", "\ufeff\"6.1.0\" , \"3\"\n\n# old\n", Map.of("6.1.0", 3L)),
            new Table("kernels alone", "KERNEL-VERSION\n6.1.0\n6.2.0\n6.1.0\n", Map.of("6.1.0", 2L, "6.2.0", 1L)),
            new Table("sums", "6.1.0,3\n6.1.0,4", Map.of("6.1.0", 7L)),
            new Table("ids", "debian/sid/amd64/6.1.0,0", Map.of("debian/sid/amd64/6.1.0", 0L)),
            new Table("a JSON object", " {\"6.1.0\": 3, \"6.2.0\": 1}", Map.of("6.1.0", 3L, "6.2.0", 1L)),
            new Table(
                    "a JSON list",
                    "[{\"kernel\": \"6.1.0\", \"nodes\": 3, \"pool\": {\"a\": [1]}}, {\"nodes\": 1, \"kernel\": \"6.1.0\"}]",
                    Map.of("6.1.0", 4L)));

    @ParameterizedTest
    @FieldSource("TABLES")
    void tablesAreRead(Table table) {
        assertEquals(table.nodes, Fleet.parse(table.text).nodes());
    }

    record BadTable(String name, String text, List<Bad> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<BadTable> BAD_TABLES = List.of(
            new BadTable("nothing", "\n# nothing\n", List.of()),
            new BadTable("a header alone", "kernel,nodes\n", List.of()),
            new BadTable(
                    "several bad lines",
                    "6.1.0,3\n6.2.0,many\n\n6.3.0,-1\na b,1\n6.4.0,1,2\n",
                    List.of(
                            new Bad(2, "expected a number of nodes, found 'many'"),
                            new Bad(4, "expected a number of nodes, found '-1'"),
                            new Bad(5, "expected a kernel's id or release, found 'a b'"),
                            new Bad(6, "expected a kernel and a number of nodes, found 3 cells"))),
            new BadTable(
                    "too many",
                    "6.1.0,999999999999999999",
                    List.of(new Bad(
                            1, "expected a number of nodes from 0 to 1000000000000, found 999999999999999999"))),
            new BadTable(
                    "JSON of something else",
                    "{\"6.1.0\": \"3\",\n\"6.2.0\": 1.5, \"6.3.0\": 99999999999999999999}",
                    List.of(
                            new Bad(1, "expected a number of nodes of '6.1.0'"),
                            new Bad(2, "expected a number of nodes of '6.2.0'"),
                            new Bad(2, "expected a number of nodes of '6.3.0'"))),
            new BadTable(
                    "a JSON list of something else",
                    "[3, {\"nodes\": 1},\n{\"kernel\": \"6.1.0\"}]",
                    List.of(
                            new Bad(1, "expected an object with 'kernel' and 'nodes'"),
                            new Bad(1, "'kernel' is missing"),
                            new Bad(2, "expected a number of nodes of '6.1.0'"))));

    @ParameterizedTest
    @FieldSource("BAD_TABLES")
    void badLinesAreNamed(BadTable table) {
        FleetProblem problem = assertThrows(FleetProblem.class, () -> Fleet.parse(table.text));
        assertEquals(table.lines, problem.lines());
        assertEquals(
                table.lines.isEmpty()
                        ? "the table is empty"
                        : table.lines.getFirst().toString(),
                problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"'{', 1", "'[', 1", "'{\"a\": 1} x', 1", "'[1,\n}', 2"})
    void brokenJsonIsSaidSo(String text, int line) {
        FleetProblem problem = assertThrows(FleetProblem.class, () -> Fleet.parse(text));
        assertEquals(line, problem.lines().getFirst().line(), problem.getMessage());
    }

    private static KernelStanding kernel(String id, Standing standing) {
        return new KernelStanding(id, Role.OTHER, Verdict.OK, Verdict.OK, standing, List.of(), List.of());
    }

    private static final List<KernelStanding> KERNELS = List.of(
            kernel("debian/trixie/amd64/6.12.1-amd64", PASS),
            kernel("debian/trixie/amd64/6.12.2-amd64", PASS),
            kernel("debian/trixie-security/amd64/6.12.2-amd64", FAIL),
            kernel("debian/trixie/arm64/6.12.1-arm64", WARN),
            kernel("debian/trixie/s390x/6.12.1-s390x", ASIDE));

    @Test
    void everyNodeIsInOneOfFiveCounts() {
        Fleet fleet = Fleet.parse("""
                debian/trixie/amd64/6.12.1-amd64,700
                6.12.1-amd64,287
                6.12.2-amd64,3
                6.12.1-arm64,5
                6.12.1-s390x,4
                5.4.0-nobody,1
                """);
        FleetCoverage coverage = fleet.cover(KERNELS);
        assertEquals(1000, coverage.nodes());
        assertEquals("98.7 %", coverage.percent());
        assertEquals(
                "Passes on 98.7 % of nodes: 987 of 1000, 3 fail, 5 are uncertain or accepted, 4 have the other byte order, "
                        + "1 run kernels the archive does not have.",
                coverage.sentence());
        assertEquals(List.of(new FleetCoverage.Part("6.12.2-amd64", 3)), coverage.failingKernels());
        assertEquals(List.of(new FleetCoverage.Part("5.4.0-nobody", 1)), coverage.absentKernels());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0 %",
        "0, 7, 0.0 %",
        "7, 7, 100 %",
        "1999, 2000, 99.9 %",
        "999999999999, 1000000000000, 99.9 %",
        "1, 1000000000000, under 0.1 %",
        "1, 3, 33.3 %",
        "2, 3, 66.6 %"
    })
    void hundredIsSaidOnlyOfAll(long passing, long nodes, String percent) {
        assertEquals(
                percent, new FleetCoverage(nodes, passing, nodes - passing, 0, 0, 0, List.of(), List.of()).percent());
    }

    @Test
    void fleetOfNobodyIsSaidSo() {
        assertEquals("The fleet has no nodes.", Fleet.NONE.cover(KERNELS).sentence());
    }
}
