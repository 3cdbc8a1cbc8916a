package dev.relogrid.engine.reach;

import org.jspecify.annotations.Nullable;

/**
 * The states kept at the targets of jumps, to end a path that knows no less than one that went before, and to throw states
 * together where there are too many.
 */
final class Prunes {
    /** Values kept in all: some 30 bytes each. */
    private static final long MOST_VALUES = 4_000_000;

    private final Known known;
    private final int mostStates;
    private final @Nullable Saved[] saved;
    private final int[] live = new int[State.MAX_FRAMES];
    private long values;
    int states;

    Prunes(Known known, Bounds bounds) {
        this.known = known;
        this.mostStates = bounds.statesPerInsn();
        this.saved = new Saved[known.code.length];
    }

    boolean isFull() {
        return values > MOST_VALUES;
    }

    /** For each frame of the state, the registers that may still be read, as bits. */
    int[] live(State state) {
        live[state.frames.depth] = known.code.live[state.pc];
        for (Frames frames = state.frames; frames.depth > 0; frames = frames.outer()) {
            int after = frames.call + 1;
            // the callee leaves register 0, and nothing in 1 to 5
            live[frames.depth - 1] = after < known.code.length ? known.code.live[after] & ~0x3f : 0;
        }
        return live;
    }

    /** Whether the path may end here. When not, the state is kept, and may have been made to know less. */
    boolean prune(State state) {
        int[] alive = live(state);
        int count = 0;
        Saved last = null;
        Saved joined = null;
        for (Saved old = saved[state.pc]; old != null; old = old.next) {
            if (old.frames == state.frames) {
                if (old.covers(state, alive, known.origins)) {
                    return true;
                }
                count++;
                last = last == null ? old : last;
                joined = old.isJoined ? old : joined;
            }
        }
        Saved base = joined != null ? joined : last;
        boolean join = base != null && count >= mostStates;
        if (base != null && join) {
            base.forgetDifferences(state, alive, known.origins, false);
        }
        keep(state, alive, join, joined);
        return false;
    }

    private void keep(State state, int[] alive, boolean isJoined, @Nullable Saved replaced) {
        Saved added = new Saved(state, alive, isJoined);
        values += added.size() + 4;
        states++;
        if (isJoined && replaced != null) {
            remove(state.pc, replaced);
        }
        added.next = saved[state.pc];
        saved[state.pc] = added;
    }

    private void remove(int pc, Saved gone) {
        values -= gone.size() + 4;
        Saved before = null;
        for (Saved old = saved[pc]; old != null && old != gone; old = old.next) {
            before = old;
        }
        if (before == null) {
            saved[pc] = gone.next;
        } else {
            before.next = gone.next;
        }
    }

    /** Goes round a loop the verifier knows for one: numbers that changed since the last round are forgotten. */
    void goRound(State state) {
        int[] alive = live(state);
        Saved last = Rounds.last(state.rounds, state.pc, state.frames);
        Saved now = new Saved(state, alive, false);
        values += now.size() + 4;
        state.rounds = new Rounds(state.rounds, state.pc, now);
        if (last != null) {
            last.forgetDifferences(state, alive, known.origins, true);
        }
    }
}
