package dev.relogrid.web.api;

import dev.relogrid.engine.history.TypeLookup;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelTypes;
import java.util.List;

/**
 * A part of a type's name.
 *
 * @param kind {@code struct} for example; empty for any
 */
public record TypeSearch(String kind, String text) {

    /** {@code ino}, or {@code struct ino}; a kind alone is a part of a name like any other. */
    public static TypeSearch of(String query) {
        String stripped = query.strip();
        int blank = stripped.indexOf(' ');
        return blank > 0 && TypeLookup.isKind(stripped.substring(0, blank))
                ? new TypeSearch(
                        stripped.substring(0, blank),
                        stripped.substring(blank + 1).strip())
                : new TypeSearch("", stripped);
    }

    /** Nothing is found for no text. */
    public KernelTypes.Names on(KernelTypes types, ArchiveState state, int limit) {
        return text.isEmpty() ? new KernelTypes.Names(List.of(), 0) : types.search(state, kind, text, limit);
    }

    @Override
    public String toString() {
        return kind.isEmpty() ? text : kind + " " + text;
    }
}
