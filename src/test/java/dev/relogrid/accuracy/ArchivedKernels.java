package dev.relogrid.accuracy;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.kernel.KernelFamily;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All kernels of the shipped archive, which are one family.
 *
 * @param byArch which of them are for an architecture, by Debian's name of it
 */
record ArchivedKernels(KernelFamily family, Map<String, BitSet> byArch) {
    static ArchivedKernels shipped() {
        Archive archive = Archive.open(ShippedBtf.ARCHIVE);
        KernelFamily family = null;
        Map<String, BitSet> byArch = new TreeMap<>();
        for (CatalogEntry entry : archive.entries()) {
            StoredKernel.Membership place =
                    Objects.requireNonNull(archive.kernel(entry).membership());
            if (family != null && !family.equals(place.family())) {
                throw new IllegalStateException("the shipped archive is more than one pack");
            }
            family = place.family();
            byArch.computeIfAbsent(entry.id().arch(), arch -> new BitSet()).set(place.index());
        }
        return new ArchivedKernels(Objects.requireNonNull(family), byArch);
    }

    BitSet of(String arch) {
        return Objects.requireNonNull(byArch.get(arch), arch);
    }
}
