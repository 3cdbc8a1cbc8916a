package dev.relogrid.web.api;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kernel of the archive and what is known of it.
 *
 * @param id distro/suite/arch/release, and where more is told, under {@code /api/v1/kernels/}
 * @param version of the package it was taken from; empty when not known
 * @param flavour as the distribution calls it; empty when not known
 * @param btf whether its types are known
 * @param noBtf why they are not; null when they are
 * @param modules how many modules' types are known
 * @param symbols whether its symbols are known
 * @param config whether its configuration is known
 * @param measured whether it, or a kernel that stands for it, said when booted what only a booted one can say
 * @param quarantine what of it was found damaged and is not used
 */
@Schema(name = "Kernel")
record KernelView(
        String id,
        String distro,
        String suite,
        String arch,
        String release,
        String version,
        String flavour,
        boolean btf,
        @Nullable String noBtf,
        int modules,
        boolean symbols,
        boolean config,
        boolean measured,
        List<String> quarantine) {

    static KernelView of(Archive archive, CatalogEntry entry) {
        KernelId id = entry.id();
        return new KernelView(
                id.toString(),
                id.distro(),
                id.suite(),
                id.arch(),
                id.release(),
                entry.origin().version(),
                entry.origin().flavour(),
                entry.btf() != null,
                entry.noBtf(),
                entry.modules().size(),
                entry.symbols() != null,
                entry.config() != null,
                archive.measurementSource(entry) != null,
                entry.quarantine().stream().map(Object::toString).toList());
    }
}
