package dev.relogrid.engine.reach;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chain of calls: the call each frame but the outermost returns to. There is one object for each chain. */
final class Frames {
    /** 0 for the outermost. */
    final int depth;
    /** The call it returns after; -1 for the outermost. */
    final int call;
    /** The function the call is in. */
    final int caller;

    private final @Nullable Frames outer;
    private Frames[] inner = new Frames[0];

    private Frames(@Nullable Frames outer, int call, int caller) {
        this.outer = outer;
        this.call = call;
        this.caller = caller;
        this.depth = outer == null ? 0 : outer.depth + 1;
    }

    static Frames outermost() {
        return new Frames(null, -1, -1);
    }

    Frames outer() {
        return Objects.requireNonNull(outer);
    }

    /** The chain with one more call. */
    Frames calling(int from, int fromFunction) {
        for (Frames known : inner) {
            if (known.call == from) {
                return known;
            }
        }
        Frames added = new Frames(this, from, fromFunction);
        inner = Arrays.copyOf(inner, inner.length + 1);
        inner[inner.length - 1] = added;
        return added;
    }
}
