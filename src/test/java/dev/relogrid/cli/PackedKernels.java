package dev.relogrid.cli;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.btf.NamedBtf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Some shipped kernels, to be put into other archives. */
final class PackedKernels {
    private PackedKernels() {}

    /** The oldest and the newest with BTF, and between them the first of the newer half with modules. */
    static List<CatalogEntry> three(Archive shipped) {
        List<CatalogEntry> typed =
                shipped.entries().stream().filter(entry -> entry.btf() != null).toList();
        CatalogEntry withModules = typed.subList(typed.size() / 2, typed.size() - 1).stream()
                .filter(entry -> !entry.modules().isEmpty())
                .findFirst()
                .orElseThrow();
        return List.of(typed.getFirst(), withModules, typed.getLast());
    }

    /** The kernel anew, with two options for a configuration and one symbol. */
    static NewKernel anew(StoredKernel kernel, CatalogEntry entry) {
        SortedMap<String, byte[]> modules = new TreeMap<>();
        for (NamedBtf module : kernel.modules()) {
            modules.put(module.name(), module.btf().raw());
        }
        return new NewKernel(
                entry.id(),
                entry.origin(),
                new Extraction.Found(Objects.requireNonNull(kernel.vmlinux()).raw(), List.of()),
                modules,
                List.of(),
                "CONFIG_BPF=y\nCONFIG_HZ=250\n".getBytes(StandardCharsets.US_ASCII),
                "T start_kernel\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** An archive of kernels as files of their own, and of one without BTF. */
    static void write(Path dir, Archive shipped, List<CatalogEntry> entries) throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            for (CatalogEntry entry : entries) {
                writer.add(anew(shipped.kernel(entry), entry), false);
            }
            writer.add(
                    new NewKernel(
                            KernelId.of("debian/sid/armhf/1"),
                            new CatalogEntry.Origin("linux-image-1", "1-1", "armmp", List.of()),
                            new Extraction.NoBtf("it was built without"),
                            new TreeMap<>()),
                    false);
        }
    }
}
