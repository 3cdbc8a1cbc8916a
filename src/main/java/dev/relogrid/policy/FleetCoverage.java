package dev.relogrid.policy;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/**
 * On how many machines an object works. The five counts add up to all: no machine is left out because nothing is known
 * of its kernel.
 *
 * @param nodes all machines
 * @param passing on kernels that pass
 * @param warned on kernels that may work and may not, or where something is accepted
 * @param failing on kernels that fail
 * @param aside on kernels of the other byte order
 * @param absent on kernels the archive does not have
 * @param failingKernels where most of the failing machines are, the most first
 * @param absentKernels the same of those the archive does not have
 */
public record FleetCoverage(
        long nodes,
        long passing,
        long warned,
        long failing,
        long aside,
        long absent,
        List<Part> failingKernels,
        List<Part> absentKernels) {
    private static final int MOST_PARTS = 10;

    /** A kernel as the fleet's table calls it, and how many machines run it. */
    public record Part(String kernel, long nodes) {}

    static List<Part> most(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingLong(Part::nodes).reversed())
                .limit(MOST_PARTS)
                .toList();
    }

    /**
     * The share of machines that pass: {@code 98.7 %}. Cut off after one digit, never rounded up, so that 100 is said only
     * of all; and a few of very many are {@code under 0.1 %}, not none.
     */
    public String percent() {
        if (nodes == 0) {
            return "0 %";
        }
        if (passing == nodes) {
            return "100 %";
        }
        long tenths = BigInteger.valueOf(passing)
                .multiply(BigInteger.valueOf(1000))
                .divide(BigInteger.valueOf(nodes))
                .longValueExact();
        return tenths == 0 && passing > 0 ? "under 0.1 %" : tenths / 10 + "." + tenths % 10 + " %";
    }

    /** All of it in one sentence. */
    public String sentence() {
        if (nodes == 0) {
            return "The fleet has no nodes.";
        }
        StringBuilder text = new StringBuilder("Passes on " + percent() + " of nodes: " + passing + " of " + nodes);
        add(text, failing, "fail");
        add(text, warned, "are uncertain or accepted");
        add(text, aside, "have the other byte order");
        add(text, absent, "run kernels the archive does not have");
        return text.append('.').toString();
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
