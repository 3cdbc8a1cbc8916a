package dev.relogrid.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many machines run which kernel.
 *
 * @param nodes counts by kernel: an id of the archive, or a release as {@code uname -r} prints it
 */
public record Fleet(Map<String, Long> nodes) {
    public static final Fleet NONE = new Fleet(Map.of());

    public Fleet {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /**
     * Reads a table of kernels and counts, as docs/POLICY.md describes it: lines with a comma or a tab between the two,
     * lines with kernels alone, or JSON.
     *
     * @throws FleetProblem naming every line that cannot be read
     */
    public static Fleet parse(String text) {
        String start = text.stripLeading();
        return new Fleet(
                start.startsWith("{") || start.startsWith("[") ? FleetJson.parse(text) : FleetTable.parse(text));
    }

    /** All machines. */
    public long total() {
        return nodes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What the standings of kernels mean for the machines. A release several kernels have, as the same build in two suites
     * has, counts as the worst of them.
     *
     * @param kernels those of the archive
     */
    public FleetCoverage cover(List<KernelStanding> kernels) {
        Map<String, Standing> known = new HashMap<>();
        for (KernelStanding kernel : kernels) {
            String id = kernel.kernel();
            known.merge(id, kernel.standing(), Standing::worst);
            known.merge(id.substring(id.lastIndexOf('/') + 1), kernel.standing(), Standing::worst);
        }
        long[] sums = new long[Standing.values().length];
        long absent = 0;
        List<FleetCoverage.Part> failing = new ArrayList<>();
        List<FleetCoverage.Part> unknown = new ArrayList<>();
        for (Map.Entry<String, Long> entry : nodes.entrySet()) {
            Standing standing = known.get(entry.getKey());
            FleetCoverage.Part part = new FleetCoverage.Part(entry.getKey(), entry.getValue());
            if (standing == null) {
                absent += entry.getValue();
                unknown.add(part);
            } else {
                sums[standing.ordinal()] += entry.getValue();
                if (standing == Standing.FAIL) {
                    failing.add(part);
                }
            }
        }
        return new FleetCoverage(
                total(),
                sums[Standing.PASS.ordinal()],
                sums[Standing.WARN.ordinal()],
                sums[Standing.FAIL.ordinal()],
                sums[Standing.ASIDE.ordinal()],
                absent,
                FleetCoverage.most(failing),
                FleetCoverage.most(unknown));
    }

    /** What {@code policy} and {@code kernels} of one object mean for the machines. */
    public FleetCoverage cover(PolicyVerdict verdict) {
        return cover(verdict.kernels());
    }
}
