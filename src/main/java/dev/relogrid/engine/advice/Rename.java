package dev.relogrid.engine.advice;

import java.util.List;

/**
 * One entry of the table of what changed its name, its place or its type between kernel versions.
 *
 * <p>A path has members joined by {@code .} and {@code ->}; {@code []} stands for an element of an array, of the same
 * index before and after, a number in the brackets for that element. A new path may begin at another struct that lies at
 * the same address: {@code struct slab.slab_cache}. Where old and new path are equal, the type changed to one that CO-RE
 * does not take for the old.
 *
 * @param kind what was renamed
 * @param owner for fields the struct or union they were in, {@code struct inode}; for enumerators the enum, {@code enum
 *     req_flag_bits}; else empty
 * @param from the old path, enumerator, type ({@code struct hd_struct}) or function
 * @param to the new ones, the likeliest first; empty when it is gone for good
 * @param origin since when
 * @param what the change in a few words of our own
 * @param sameValue whether what is read under the new name means what the old one meant; if not, there is no code to give
 */
public record Rename(
        Kind kind, String owner, String from, List<String> to, Origin origin, String what, boolean sameValue) {

    /** What was renamed. */
    public enum Kind {
        FIELD,
        TYPE,
        ENUM_VALUE,
        FUNCTION
    }

    /** Whether it went without a successor. */
    public boolean isGone() {
        return to.isEmpty();
    }
}
