package dev.relogrid.engine.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may have taken the place of something a kernel lacks. Holds nothing of the kernel.
 *
 * @param path what to use instead: {@code i_ctime_sec}, {@code q->disk}, an enumerator, a type, a function; a path begins
 *     at the struct in which the access replaces {@code steps}, or names another struct that lies at the same address
 *     ({@code struct slab.slab_cache})
 * @param type what that is in C, {@code time64_t}; empty where it has none
 * @param grade how sure it is
 * @param reasons why, clauses for people, the strongest first
 * @param rename the entry of the table, for a known rename
 * @param at for a field: the first step of the local access that it replaces, an index of its accessors
 * @param steps for a field: how many steps it replaces
 * @param access for a field: the whole access in the kernel's types, root first, to where the local access ends; empty when
 *     what is left of the local access leads nowhere from there
 */
public record Suggestion(
        String path,
        String type,
        Grade grade,
        List<String> reasons,
        @Nullable Rename rename,
        int at,
        int steps,
        List<Hop> access) {

    /** Of something that is no field, and not in the table. */
    static Suggestion ofName(String path, String type, Grade grade, List<String> reasons) {
        return new Suggestion(path, type, grade, reasons, null, 0, 0, List.of());
    }

    /** Of something that is no field, from the table. */
    static Suggestion known(String path, String type, Rename rename) {
        List<String> why = List.of(rename.what() + ", " + rename.origin().text());
        return new Suggestion(path, type, Grade.KNOWN_RENAME, why, rename, 0, 0, List.of());
    }
}
