package dev.relogrid.web.api;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.matrix.kernel.ArchiveState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How complete and how sound the archive is.
 *
 * @param age seconds since the service first saw this state of it
 * @param kernels how many it has
 * @param withBtf of how many the types are known
 * @param withModules of how many some modules' types are known
 * @param withSymbols of how many the symbols are known
 * @param withConfig of how many the configuration is known
 * @param measured of how many, or of kernels that stand for them, it is known what a booted one says
 * @param noBtf kernels without types, and why
 * @param quarantine parts that were found damaged when they were added, and are not used
 * @param damagedPacks packs that cannot be read: their kernels are left out
 * @param damagedMeasurements why nothing counts of what booted kernels said; null when it does
 */
@Schema(name = "ArchiveHealth")
record ArchiveHealthView(
        ArchiveView archive,
        long age,
        int kernels,
        int withBtf,
        int withModules,
        int withSymbols,
        int withConfig,
        int measured,
        List<Fault> noBtf,
        List<Fault> quarantine,
        List<String> damagedPacks,
        @Nullable String damagedMeasurements) {

    /** What is wrong with a kernel, or a part of one. */
    @Schema(name = "KernelFault")
    record Fault(String kernel, String what) {}

    static ArchiveHealthView of(ArchiveState state) {
        Archive archive = state.archive();
        List<CatalogEntry> entries = archive.entries();
        List<Fault> noBtf = new ArrayList<>();
        List<Fault> quarantine = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            String id = entry.id().toString();
            if (entry.btf() == null) {
                noBtf.add(new Fault(id, String.valueOf(entry.noBtf())));
            }
            entry.quarantine().forEach(part -> quarantine.add(new Fault(id, part.toString())));
        }
        return new ArchiveHealthView(
                ArchiveView.of(state.snapshot()),
                Duration.between(state.snapshot().takenAt(), Instant.now()).toSeconds(),
                entries.size(),
                entries.size() - noBtf.size(),
                count(entries, entry -> !entry.modules().isEmpty()),
                count(entries, entry -> entry.symbols() != null),
                count(entries, entry -> entry.config() != null),
                count(entries, entry -> archive.measurementSource(entry) != null),
                noBtf,
                quarantine,
                archive.damagedPacks(),
                archive.measurementProblem().orElse(null));
    }

    private static int count(List<CatalogEntry> entries, Predicate<CatalogEntry> which) {
        return (int) entries.stream().filter(which).count();
    }
}
