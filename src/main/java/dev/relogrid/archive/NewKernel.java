package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.image.Extraction;
import java.util.List;
import java.util.SortedMap;

/**
 * A kernel to be put into an archive.
 *
 * @param vmlinux its BTF, or why it has none
 * @param modules raw split BTF by module name; what {@link KernelFiles#moduleName} makes of a file's name
 * @param quarantine its unhealthy parts, which are in neither of the two
 */
public record NewKernel(
        KernelId id,
        Origin origin,
        Extraction vmlinux,
        SortedMap<String, byte[]> modules,
        List<Quarantined> quarantine) {
    public NewKernel {
        quarantine = quarantine.stream().sorted().distinct().toList();
    }

    /** One without unhealthy parts, as far as anybody has looked. */
    public NewKernel(KernelId id, Origin origin, Extraction vmlinux, SortedMap<String, byte[]> modules) {
        this(id, origin, vmlinux, modules, List.of());
    }
}
