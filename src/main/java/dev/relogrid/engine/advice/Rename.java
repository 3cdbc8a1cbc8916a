package dev.relogrid.engine.advice;

import java.util.List;

/**
 * One entry of the table of what changed its name or place between kernel versions.
 *
 * <p>A path has members joined by {@code .} and {@code ->}; {@code []} stands for an element of an array, of the same
 * index before and after, a number in the brackets for that element. A new path may begin at another struct that lies at
 * the same address, or is the whole answer for a type: {@code struct slab.slab_cache}.
 *
 * @param kind what was renamed
 * @param owner for fields the struct or union they were in, {@code struct inode}; for enumerators the enum; else empty
 * @param from the old path or name
 * @param to the new ones, the likeliest first; empty when it is gone for good
 * @param since the upstream release that has the change, {@code 6.6}
 * @param commit the first twelve digits or more of the commit's hash; empty when nobody checked it
 * @param what the change in a few words of our own
 * @param sameValue whether what is read under the new name means what the old one meant; if not, there is no code to give
 */
public record Rename(
        Kind kind,
        String owner,
        String from,
        List<String> to,
        String since,
        String commit,
        String what,
        boolean sameValue) {

    /** What was renamed. */
    public enum Kind {
        FIELD,
        TYPE,
        ENUM_VALUE,
        FUNCTION
    }

    /** {@code 6.11 (3aa63a569c64)}. */
    public String origin() {
        return commit.isEmpty() ? since : since + " (" + commit + ")";
    }
}
