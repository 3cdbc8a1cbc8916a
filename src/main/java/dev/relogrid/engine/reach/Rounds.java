package dev.relogrid.engine.reach;

import org.jspecify.annotations.Nullable;

/** What was known each time a path came by a loop's own instruction, an iterator's or may_goto, the last first. */
final class Rounds {
    final @Nullable Rounds before;
    final int pc;
    final Saved state;

    Rounds(@Nullable Rounds before, int pc, Saved state) {
        this.before = before;
        this.pc = pc;
        this.state = state;
    }

    /** What was known the last time round, in the same chain of calls; null the first time. */
    static @Nullable Saved last(@Nullable Rounds rounds, int pc, Frames frames) {
        for (Rounds round = rounds; round != null; round = round.before) {
            if (round.pc == pc && round.state.frames == frames) {
                return round.state;
            }
        }
        return null;
    }
}
