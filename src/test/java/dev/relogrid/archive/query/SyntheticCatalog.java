package dev.relogrid.archive.query;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.KernelId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Rows of kernels that never were, in the order of an archive. */
final class SyntheticCatalog {
    static final List<CatalogEntry> ENTRIES = Stream.of(
                    entry("debian/bullseye/amd64/5.10.0-32-amd64", "5.10.223-1", "amd64"),
                    entry("debian/bullseye-security/amd64/6.1.0-0.deb11.49-amd64", "6.1.174-1~deb11u1", "amd64"),
                    entry("debian/bookworm/amd64/6.1.0-9-amd64", "6.1.27-1", "amd64"),
                    entry("debian/bookworm/amd64/6.1.0-50-amd64", "6.1.176-1", "amd64"),
                    entry("debian/bookworm/amd64/6.1.0-50-rt-amd64", "6.1.176-1", "rt-amd64"),
                    entry("debian/bookworm/arm64/6.1.0-50-cloud-arm64", "6.1.176-1", "cloud-arm64"),
                    entry("debian/bookworm-security/amd64/6.1.0-50-amd64", "6.1.176-1", "amd64"),
                    entry("debian/bookworm-security/amd64/6.1.0-52-amd64", "6.1.180-1", "amd64"),
                    entry("debian/bookworm-backports/amd64/6.12.9+deb12-amd64", "6.12.9-1~bpo12+1", "amd64"),
                    entry("debian/trixie/amd64/6.12.107+deb13-amd64", "6.12.107-1", "amd64"),
                    entry("debian/trixie/arm64/6.12.107+deb13-arm64-16k", "6.12.107-1", "arm64-16k"),
                    entry("debian/sid/amd64/7.2.13+deb14-amd64", "7.2.13-1", "amd64"),
                    entry("debian/experimental/amd64/7.3~rc7-amd64", "7.3~rc7-1~exp1", "amd64"),
                    entry("ubuntu/20.04/x86_64/5.4.0-42-generic", "", ""),
                    entry("ubuntu/20.04/x86_64/5.4.0-100-generic", "", ""),
                    entry("ubuntu/22.04/x86_64/5.15.0-25-generic", "22.1", ""))
            .sorted(Comparator.comparing(CatalogEntry::id))
            .toList();

    private SyntheticCatalog() {}

    private static CatalogEntry entry(String id, String version, String flavour) {
        return new CatalogEntry(
                KernelId.of(id),
                new Origin("linux-image", version, flavour, List.of()),
                null,
                List.of(),
                "nobody looked");
    }

    /** The releases a query means, shortened to what tells them apart where each suite has one of it. */
    static List<String> releases(String query) {
        return KernelQuery.parse(query).select(ENTRIES).stream()
                .map(entry -> entry.id().suite() + " " + entry.id().release())
                .toList();
    }
}
