package dev.relogrid.archive.source;

import dev.relogrid.archive.KernelId;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about files to be imported.
 *
 * @param distro instead of what the file says, or null
 * @param suite instead of what the file says, or null
 * @param id instead of all the file says, or null; for one kernel only
 * @param modules which modules to take out of packages
 * @param symbols whether to keep the kernel's symbols
 */
public record ImportOptions(
        @Nullable String distro,
        @Nullable String suite,
        @Nullable KernelId id,
        ModuleChoice modules,
        boolean symbols) {
    /** With symbols. */
    public ImportOptions(@Nullable String distro, @Nullable String suite, @Nullable KernelId id, ModuleChoice modules) {
        this(distro, suite, id, modules, true);
    }
}
