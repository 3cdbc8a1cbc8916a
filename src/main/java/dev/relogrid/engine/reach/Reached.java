package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the exploration of one program found. Instructions are named by a function and a slot from its first. */
public final class Reached {

    /** Whether the verifier comes to an instruction; the second slot of a 64-bit load goes with the first. */
    public Visit visit(Program function, int insn) {
        return Visit.MAYBE;
    }

    /**
     * The branches that something other than plain arithmetic decided on the first path to an instruction, in order. Empty
     * when there are none or it is never visited.
     */
    public List<Decision> pathTo(Program function, int insn) {
        return List.of();
    }

    /**
     * What keeps the verifier from an instruction that it never visits: the decided branches whose other way leads there,
     * nearest first. Empty when it is visited, or no way leads there.
     */
    public List<Decision> keptFrom(Program function, int insn) {
        return List.of();
    }

    /** Whether a number of an opaque instruction decided a branch, so that this holds for no other kernel. */
    public boolean opaqueDecided() {
        return false;
    }

    /** The read-only variables whose values decided branches, in the order they came up. */
    public List<RodataVariable> rodataDecided() {
        return List.of();
    }

    /** Instructions looked at, each path's anew. */
    public int steps() {
        return 0;
    }

    /** States that were kept to compare others with. */
    public int states() {
        return 0;
    }

    /** Whether the exploration was cut short, so that nothing is said to be {@link Visit#NEVER never} visited. */
    public boolean exceeded() {
        return why() != null;
    }

    /** Why it was cut short, a clause; null when it was not. */
    public @Nullable String why() {
        return null;
    }
}
