package dev.relogrid.policy;

import java.util.List;

/** A table of a fleet that cannot be read: what is wrong, line by line. */
public final class FleetProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Bad> lines;

    FleetProblem(List<Bad> lines) {
        super(lines.isEmpty() ? "the table is empty" : lines.getFirst().toString());
        this.lines = List.copyOf(lines);
    }

    /** A line, from 1, and what is wrong with it. */
    public record Bad(int line, String what) {
        @Override
        public String toString() {
            return "line " + line + ": " + what;
        }
    }

    /** The first of them, at most twenty. */
    public List<Bad> lines() {
        return lines;
    }
}
