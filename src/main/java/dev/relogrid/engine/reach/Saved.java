package dev.relogrid.engine.reach;

import org.jspecify.annotations.Nullable;

/** What was known of the values that still matter when an instruction was come to: to end paths that know no less. */
final class Saved {
    final Frames frames;
    final int flags;
    /** Whether states that differed were thrown together in it. */
    final boolean isJoined;

    @Nullable
    Saved next;

    private final short[] at;
    private final int[] kind;
    private final long[] value;
    private final long[] mask;
    private final int[] origin;
    /** How many of the values may not be forgotten without harm. */
    private int delicate;
    /** Where the last comparison failed: the next one is likely to fail there too. */
    private int suspect;

    /**
     * @param live for each frame the registers that are read later, as bits
     */
    Saved(State state, int[] live, boolean isJoined) {
        this.isJoined = isJoined;
        frames = state.frames;
        flags = state.flags;
        int count = 0;
        for (int frame = 0; frame <= frames.depth; frame++) {
            for (int i = 0; i < State.STRIDE; i++) {
                count += matters(state, frame, i, live[frame]) ? 1 : 0;
            }
        }
        at = new short[count];
        kind = new int[count];
        value = new long[count];
        mask = new long[count];
        origin = new int[count];
        fill(state, live);
    }

    private void fill(State state, int[] live) {
        int next = 0;
        for (int frame = 0; frame <= frames.depth; frame++) {
            for (int i = 0; i < State.STRIDE; i++) {
                if (matters(state, frame, i, live[frame])) {
                    int from = frame * State.STRIDE + i;
                    at[next] = (short) from;
                    kind[next] = state.kind[from];
                    value[next] = state.value[from];
                    mask[next] = state.mask[from];
                    origin[next] = state.origin[from];
                    delicate += isDelicate(kind[next]) ? 1 : 0;
                    next++;
                }
            }
        }
    }

    int size() {
        return at.length;
    }

    /** The frame pointer is the same in all states; a register that is written before it is read does not matter. */
    private static boolean matters(State state, int frame, int i, int live) {
        return state.kind[frame * State.STRIDE + i] != State.ANY && (i >= State.REGS || i < 10 && (live >> i & 1) != 0);
    }

    /** What would change something if it were not known: writes go through it, or calls call it. */
    private static boolean isDelicate(int kind) {
        int k = State.kindOf(kind);
        return k == State.STACK || k == State.FUNCTION;
    }

    /** Whether all that follows from the state follows from this one: nothing known here is not known there. */
    boolean covers(State state, int[] live, OriginPool origins) {
        if (frames != state.frames || (state.flags & ~flags & State.ESCAPED) != 0) {
            return false;
        }
        if (suspect < at.length && !covers(suspect, state, origins)) {
            return false;
        }
        for (int i = 0; i < at.length; i++) {
            if (!covers(i, state, origins)) {
                suspect = i;
                return false;
            }
        }
        return delicate == delicateOf(state, live);
    }

    private static int delicateOf(State state, int[] live) {
        int count = 0;
        for (int frame = 0; frame <= state.frames.depth; frame++) {
            for (int i = 0; i < State.STRIDE; i++) {
                if (isDelicate(state.kind[frame * State.STRIDE + i]) && matters(state, frame, i, live[frame])) {
                    count++;
                }
            }
        }
        return count;
    }

    private boolean covers(int i, State state, OriginPool origins) {
        int there = at[i];
        boolean known = switch (State.kindOf(kind[i])) {
            case State.SCALAR ->
                state.kind[there] == kind[i]
                        && (state.mask[there] & ~mask[i]) == 0
                        && ((state.value[there] ^ value[i]) & ~mask[i]) == 0;
            case State.NONZERO ->
                state.kind[there] == State.NONZERO || state.isConstant(there) && state.value[there] != 0;
            case State.ZEROS -> state.kind[there] == State.ZEROS && (value[i] & ~state.value[there]) == 0;
            default ->
                state.kind[there] == kind[i]
                        && (mask[i] != 0 || state.mask[there] == 0 && state.value[there] == value[i]);
        };
        return known && (state.origin[there] == origin[i] || sameAnswerForOthers(state.origin[there], i, origins));
    }

    /** Whether branches decided by the other value are not for everybody for the same reasons. */
    private boolean sameAnswerForOthers(int other, int i, OriginPool origins) {
        int sticky = origins.sticky(other);
        return sticky == OriginPool.NONE || origins.union(origin[i], sticky) == origin[i];
    }

    /**
     * Forgets in the state what is not known here as well.
     *
     * @param numbersOnly whether pointers stay, as the verifier leaves them when it goes round a loop
     */
    void forgetDifferences(State state, int[] live, OriginPool origins, boolean numbersOnly) {
        int next = 0;
        for (int frame = 0; frame <= frames.depth; frame++) {
            for (int i = 0; i < State.STRIDE; i++) {
                int there = frame * State.STRIDE + i;
                boolean here = next < at.length && at[next] == there;
                if (matters(state, frame, i, live[frame]) && (!numbersOnly || isNumber(state.kind[there]))) {
                    if (here && isSame(state, there, next)) {
                        state.origin[there] = origins.union(origin[next], state.origin[there]);
                    } else {
                        join(state, there, here ? next : -1);
                    }
                }
                next += here ? 1 : 0;
            }
        }
        if (!numbersOnly) {
            state.flags |= flags;
        }
    }

    private static boolean isNumber(int kind) {
        int k = State.kindOf(kind);
        return k == State.SCALAR || k == State.NONZERO || k == State.ZEROS;
    }

    private boolean isSame(State state, int there, int i) {
        return state.kind[there] == kind[i] && state.value[there] == value[i] && state.mask[there] == mask[i];
    }

    private void join(State state, int there, int i) {
        if (i < 0 || state.kind[there] != kind[i]) {
            drop(state, there, i < 0 ? OriginPool.NONE : origin[i]);
        } else if (kind[i] == State.SCALAR) {
            noteForgotten(state, state.origin[there], origin[i]);
            state.unknown(there);
        } else if (State.kindOf(kind[i]) == State.STACK) {
            state.flags |= State.FORGOT;
            state.value[there] = 0;
            state.mask[there] = Bits.UNKNOWN;
        } else {
            drop(state, there, origin[i]);
        }
    }

    private static void drop(State state, int there, int otherOrigin) {
        if (isDelicate(state.kind[there])) {
            state.flags |= State.ESCAPED;
        }
        noteForgotten(state, state.origin[there], otherOrigin);
        state.forget(there);
    }

    private static void noteForgotten(State state, int origin, int otherOrigin) {
        boolean explains = origin != OriginPool.NONE || otherOrigin != OriginPool.NONE;
        state.flags |= explains ? State.UNSURE : State.FORGOT;
    }
}
