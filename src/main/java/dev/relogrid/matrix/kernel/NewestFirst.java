package dev.relogrid.matrix.kernel;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.report.kernels.UpstreamVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which kernels are asked what something is today: x86-64 before other machines, those by how many kernels
 * they have; the newest release of Linux before older ones, the plain flavour before special ones.
 */
final class NewestFirst {
    private static final Set<String> X86 = Set.of("amd64", "x86_64");

    private NewestFirst() {}

    static List<CatalogEntry> of(Archive archive) {
        Map<String, Integer> counts = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>();
        for (CatalogEntry entry : archive.entries()) {
            counts.merge(entry.id().arch(), 1, Integer::sum);
            ranked.add(new Ranked(entry, UpstreamVersion.of(entry)));
        }
        ranked.sort(Comparator.comparingInt((Ranked one) -> -one.weight(counts))
                .thenComparing(Ranked::version, Comparator.reverseOrder())
                .thenComparingInt(one -> one.entry.origin().flavour().length())
                .thenComparing(one -> one.entry.id()));
        return ranked.stream().map(Ranked::entry).toList();
    }

    private record Ranked(CatalogEntry entry, UpstreamVersion version) {
        /** Of machines: the more, the sooner. */
        int weight(Map<String, Integer> counts) {
            String arch = entry.id().arch();
            return X86.contains(arch) ? Integer.MAX_VALUE : counts.getOrDefault(arch, 0);
        }
    }
}
