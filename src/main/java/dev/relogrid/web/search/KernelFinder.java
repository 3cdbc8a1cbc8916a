package dev.relogrid.web.search;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.matrix.kernel.KernelTypes;
import dev.relogrid.web.api.Archives;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Kernels whose ids and versions contain all words; the newest first, x86-64 before other machines. */
@Component
@Order(2)
final class KernelFinder implements Finder {
    private final Archives archives;
    private final KernelTypes kernels;

    KernelFinder(Archives archives, KernelTypes kernels) {
        this.archives = archives;
        this.kernels = kernels;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1));
        return kernels.newestFirst(archives.now()).stream()
                .filter(entry -> words.stream().allMatch(named(entry)::contains))
                .limit(limit)
                .map(entry -> new Hit(
                        "kernel",
                        entry.id().toString(),
                        entry.btf() == null ? "no BTF" : entry.origin().version(),
                        Hit.page("kernels", entry.id().toString())))
                .toList();
    }

    private static String named(CatalogEntry entry) {
        return (entry.id() + " " + entry.origin().version()).toLowerCase(Locale.ROOT);
    }
}
