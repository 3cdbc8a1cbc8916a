package dev.relogrid.web.api;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The kernels a request is about.
 *
 * @param now the archive as it is open
 * @param snapshot the state of it that is meant
 * @param caching whether the address says which state is meant, for ever
 * @param query which kernels; null for all
 */
record Chosen(
        ArchiveState now,
        Snapshot snapshot,
        Caching caching,
        @Nullable KernelQuery query) {

    /** Whether the state that is meant is the present one: only that can be judged on. */
    boolean isPresent() {
        return snapshot.id() == now.snapshot().id();
    }

    /** The query in the one way to write it; empty for all kernels. */
    String targets() {
        return query == null ? "" : query.toString();
    }

    /**
     * Takes ids of the kernels that are meant.
     *
     * @param names ids of the snapshot's kernels
     * @throws dev.relogrid.archive.ArchiveProblem when the query means none, with what would do instead
     */
    Predicate<String> wanted(List<String> names) {
        if (query == null) {
            return id -> true;
        }
        Set<String> known = new HashSet<>(names);
        List<CatalogEntry> entries = now.archive().entries().stream()
                .filter(entry -> known.contains(entry.id().toString()))
                .toList();
        Set<String> ids = new HashSet<>();
        query.select(entries).stream()
                .map(CatalogEntry::id)
                .map(KernelId::toString)
                .forEach(ids::add);
        return ids::contains;
    }
}
