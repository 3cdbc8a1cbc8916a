package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.query.KernelQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that is to be booted.
 *
 * @param entry its row in the archive; null when only its image is known
 */
record BootTarget(KernelId id, @Nullable CatalogEntry entry) {
    static BootTarget of(CatalogEntry entry) {
        return new BootTarget(entry.id(), entry);
    }

    /** Those the queries mean in the archive, in its order, behind those that are ids of images it does not know. */
    static List<BootTarget> select(List<String> queries, Archive archive, KernelImages images) {
        List<BootTarget> targets = new ArrayList<>();
        List<KernelQuery> parsed = new ArrayList<>();
        for (String query : queries) {
            KernelId own = ownImage(query, archive, images);
            if (own == null) {
                parsed.add(KernelQuery.parse(query));
            } else {
                targets.add(new BootTarget(own, null));
            }
        }
        if (!parsed.isEmpty()) {
            KernelQuery.select(parsed, archive.entries()).forEach(entry -> targets.add(of(entry)));
        }
        return targets;
    }

    private static @Nullable KernelId ownImage(String query, Archive archive, KernelImages images) {
        try {
            KernelId id = KernelId.of(query);
            boolean known =
                    archive.entries().stream().anyMatch(entry -> entry.id().equals(id));
            return known || images.find(id) == null ? null : id;
        } catch (ArchiveProblem e) {
            return null; // not an id: a query
        }
    }
}
