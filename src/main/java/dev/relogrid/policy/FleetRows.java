package dev.relogrid.policy;

import dev.relogrid.policy.FleetProblem.Bad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a fleet's table as they are read, and what is wrong with some. */
final class FleetRows {
    /** More machines than there are on earth, and so few that a million rows do not overflow. */
    private static final long MOST_NODES = 1_000_000_000_000L;

    private static final int LONGEST_NAME = 255;
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_BAD = 20;

    private final Map<String, Long> nodes = new LinkedHashMap<>();
    private final List<Bad> bad = new ArrayList<>();

    /** A kernel that is there already gets more. */
    void add(int line, String kernel, long count) {
        if (!isName(kernel)) {
            bad(line, "expected a kernel's id or release, found '" + YamlReader.shortened(kernel) + "'");
        } else if (count < 0 || count > MOST_NODES) {
            bad(line, "expected a number of nodes from 0 to " + MOST_NODES + ", found " + count);
        } else if (nodes.size() >= MOST_ROWS && !nodes.containsKey(kernel)) {
            bad(line, "a fleet has at most " + MOST_ROWS + " kernels");
        } else {
            nodes.merge(kernel, count, Long::sum);
        }
    }

    void bad(int line, String what) {
        if (bad.size() < MOST_BAD) {
            bad.add(new Bad(line, what));
        }
    }

    /** @throws FleetProblem when a row is bad, or there is none */
    Map<String, Long> nodes() {
        if (!bad.isEmpty() || nodes.isEmpty()) {
            throw new FleetProblem(bad);
        }
        return nodes;
    }

    /** What ids and releases are made of. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ',' && c != '"');
    }
}
