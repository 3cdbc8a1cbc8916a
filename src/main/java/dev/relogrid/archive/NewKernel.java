package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.image.Extraction;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A kernel to be put into an archive.
 *
 * @param vmlinux its BTF, or why it has none
 * @param modules raw split BTF by module name; what {@link KernelFiles#moduleName} makes of a file's name
 * @param quarantine its unhealthy parts, which are in neither of the two
 * @param config the text of its .config as found, null when not known
 * @param symbols its own symbols, as {@link dev.relogrid.archive.image.SymbolList} writes them, null when not known
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record NewKernel(
        KernelId id,
        Origin origin,
        Extraction vmlinux,
        SortedMap<String, byte[]> modules,
        List<Quarantined> quarantine,
        byte @Nullable [] config,
        byte @Nullable [] symbols) {
    public NewKernel {
        quarantine = quarantine.stream().sorted().distinct().toList();
    }

    /** One of which only types are known. */
    public NewKernel(
            KernelId id,
            Origin origin,
            Extraction vmlinux,
            SortedMap<String, byte[]> modules,
            List<Quarantined> quarantine) {
        this(id, origin, vmlinux, modules, quarantine, null, null);
    }

    /** One without unhealthy parts, as far as anybody has looked, of which only types are known. */
    public NewKernel(KernelId id, Origin origin, Extraction vmlinux, SortedMap<String, byte[]> modules) {
        this(id, origin, vmlinux, modules, List.of());
    }

    /** The same kernel with these types. */
    public NewKernel withTypes(
            Extraction newVmlinux, SortedMap<String, byte[]> newModules, List<Quarantined> newQuarantine) {
        return new NewKernel(id, origin, newVmlinux, newModules, newQuarantine, config, symbols);
    }

    /** The same kernel with that .config. */
    public NewKernel withConfig(byte @Nullable [] newConfig) {
        return new NewKernel(id, origin, vmlinux, modules, quarantine, newConfig, symbols);
    }

    /** The same kernel with those symbols. */
    public NewKernel withSymbols(byte @Nullable [] newSymbols) {
        return new NewKernel(id, origin, vmlinux, modules, quarantine, config, newSymbols);
    }
}
