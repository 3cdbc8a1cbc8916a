package dev.relogrid.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kernel build in the archive.
 *
 * @param id its name, which no other entry has
 * @param origin the package it was taken from
 * @param btf its vmlinux BTF, or null when {@code noBtf} says why there is none
 * @param modules those modules whose split BTF the archive has, by name; never all that exist
 * @param noBtf why there is no BTF, in words without a full stop
 * @param quarantine parts that were found unhealthy and are not kept
 * @param config the text of its .config, null when not known
 * @param symbols its symbols, as {@link dev.relogrid.archive.image.SymbolList} writes them, null when not known
 * @param place where in a pack it is; null when its parts are blobs of their own
 */
public record CatalogEntry(
        KernelId id,
        Origin origin,
        @Nullable PartRef btf,
        List<ModuleEntry> modules,
        @Nullable String noBtf,
        List<Quarantined> quarantine,
        @Nullable PartRef config,
        @Nullable PartRef symbols,
        PackRef.@Nullable Place place) {
    /** Keeps lists in the order of names, so that the same kernel is always the same row. */
    public CatalogEntry {
        modules = modules.size() < 2
                ? List.copyOf(modules)
                : modules.stream().sorted().toList();
        quarantine = quarantine.size() < 2
                ? List.copyOf(quarantine)
                : quarantine.stream().sorted().toList();
    }

    /** A row without config and symbols. */
    public CatalogEntry(
            KernelId id,
            Origin origin,
            @Nullable PartRef btf,
            List<ModuleEntry> modules,
            @Nullable String noBtf,
            List<Quarantined> quarantine) {
        this(id, origin, btf, modules, noBtf, quarantine, null, null, null);
    }

    /** A row with nothing quarantined, without config and symbols. */
    public CatalogEntry(
            KernelId id, Origin origin, @Nullable PartRef btf, List<ModuleEntry> modules, @Nullable String noBtf) {
        this(id, origin, btf, modules, noBtf, List.of());
    }

    /**
     * Where a kernel came from, each part as the distribution writes it and empty when not known.
     *
     * @param source names of all packages its files were taken from
     */
    public record Origin(String packageName, String version, String flavour, List<String> source) {
        public Origin {
            source = List.copyOf(source);
        }
    }

    /** One module's split BTF; {@code name} as the kernel calls it, with underscores only. */
    public record ModuleEntry(String name, PartRef btf) implements Comparable<ModuleEntry> {
        @Override
        public int compareTo(ModuleEntry other) {
            return name.compareTo(other.name);
        }
    }
}
