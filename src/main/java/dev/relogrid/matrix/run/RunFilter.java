package dev.relogrid.matrix.run;

import org.jspecify.annotations.Nullable;

/** Which runs are wanted; null for any. */
public record RunFilter(@Nullable Long objectId, Run.@Nullable State state, Run.@Nullable Kind kind) {
    public static final RunFilter ALL = new RunFilter(null, null, null);
}
