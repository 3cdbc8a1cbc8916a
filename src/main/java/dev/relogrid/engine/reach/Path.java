package dev.relogrid.engine.reach;

import org.jspecify.annotations.Nullable;

/** The branches decided on the way to a state, the last first. */
final class Path {
    /** Longer ones explain nothing more; a loop could make them endless. */
    private static final int LONGEST = 256;

    final @Nullable Path before;
    final int pc;
    final boolean taken;
    final int origins;
    private final int length;

    private Path(@Nullable Path before, int pc, boolean taken, int origins) {
        this.before = before;
        this.pc = pc;
        this.taken = taken;
        this.origins = origins;
        this.length = before == null ? 1 : before.length + 1;
    }

    static @Nullable Path after(@Nullable Path before, int pc, boolean taken, int origins) {
        if (before != null
                && (before.length >= LONGEST
                        || before.pc == pc && before.taken == taken && before.origins == origins)) {
            return before;
        }
        return new Path(before, pc, taken, origins);
    }
}
