package dev.relogrid.engine.reach;

import org.jspecify.annotations.Nullable;

/** What an exploration notes down on its way, by the number of the instruction. */
final class Findings {
    private static final int FALLS_THROUGH = 1;
    private static final int JUMPS = 2;

    /** {@link Visit}s by their ordinals. */
    final byte[] visits;
    /** How each was come to first. */
    final @Nullable Path[] paths;

    private final byte[] ways;
    /** For each way of a branch: the origins of what decided for it first, and 1; 0 when nothing did. */
    private final int[] decided;

    int steps;
    int states;
    boolean opaque;
    long versionFrom;
    long versionTo;
    int rodata = OriginPool.NONE;

    @Nullable
    String why;

    @Nullable
    String strange;

    Findings(int length) {
        visits = new byte[length];
        paths = new Path[length];
        ways = new byte[length];
        decided = new int[2 * length];
    }

    void visit(int pc, State state) {
        steps++;
        mark(pc, state);
    }

    /** The second slot of a load is no step of its own. */
    void mark(int pc, State state) {
        byte visit = (byte) ((state.flags & State.UNSURE) != 0 ? Visit.MAYBE : Visit.VISITED).ordinal();
        if (visit > visits[pc]) {
            visits[pc] = visit;
            paths[pc] = state.path;
        }
    }

    void goesBothWays(int pc) {
        ways[pc] = FALLS_THROUGH | JUMPS;
    }

    void decides(int pc, boolean taken, int origins, OriginPool pool) {
        ways[pc] = (byte) (ways[pc] | (taken ? JUMPS : FALLS_THROUGH));
        int way = 2 * pc + (taken ? 1 : 0);
        if (decided[way] == 0) {
            decided[way] = origins + 1;
        }
        if (origins != OriginPool.NONE) {
            opaque |= pool.isOpaque(origins);
            rodata = pool.union(rodata, pool.sticky(origins));
        }
    }

    /** Whether a branch was decided, and the way {@code taken} never gone. */
    boolean neverGoes(int pc, boolean taken) {
        return ways[pc] == (taken ? FALLS_THROUGH : JUMPS);
    }

    /** The origins of what first decided for a way that was gone; -1 when nothing did. */
    int decidedBy(int pc, boolean taken) {
        return decided[2 * pc + (taken ? 1 : 0)] - 1;
    }
}
