package dev.relogrid.archive;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose measurements answer for a kernel.
 *
 * @param kernel its number among those that were asked
 * @param id its id; null when it is the kernel itself
 * @param anyArch whether it is of another architecture, so that it answers only what depends on none
 */
public record MeasurementSource(int kernel, @Nullable String id, boolean anyArch) {
    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasurementSource source
                && kernel == source.kernel
                && anyArch == source.anyArch
                && Objects.equals(id, source.id);
    }

    @Override
    public int hashCode() {
        return 31 * kernel + (id == null ? 0 : 1);
    }

    /** For findings: without names, for else every neighbour would make another finding of the same. */
    String where() {
        return id == null ? "on this kernel" : anyArch ? "on a neighbour of another architecture" : "on a neighbour";
    }

    /** For people who want to know which one it is. */
    public String named() {
        return id == null ? "on this kernel" : where().replace("on a", "on its") + " " + id;
    }

    /** Whether it answers for that fact. Which helpers and functions programs may call is written in code that all share. */
    boolean answers(String fact) {
        return !anyArch
                || fact.startsWith("helper ")
                || fact.startsWith("helpers ")
                || fact.startsWith("kfunc ")
                || fact.startsWith("kfuncs ");
    }
}
