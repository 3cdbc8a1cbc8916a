package dev.relogrid.archive;

import dev.relogrid.archive.pack.Pack;
import dev.relogrid.archive.pack.PackedKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is in an archive, and how little room it takes.
 *
 * @param kernels those with BTF
 * @param kernelsWithoutBtf those that are only on record
 * @param parts BTFs of kernels and modules: how many, how large
 * @param definitions different definitions of types in each pack, over all packs
 * @param bytes of all files: catalog, packs, measurements, blobs, unused ones included
 * @param blobBytes of the blobs among them
 * @param booted kernels that were booted and asked, and those that others answer for
 * @param packs oldest first
 */
public record ArchiveStats(
        int kernels,
        int kernelsWithoutBtf,
        Parts parts,
        long definitions,
        long bytes,
        long blobBytes,
        Booted booted,
        List<PackStats> packs) {

    /**
     * What kernels said when they were booted.
     *
     * @param kernels of those in the archive, how many were asked
     * @param neighbours how many more are answered for by one of these
     * @param bytes on disk
     */
    public record Booted(int kernels, int neighbours, long bytes) {
        private static Booted of(Archive archive) {
            int own = 0;
            int neighbours = 0;
            for (CatalogEntry entry : archive.entries()) {
                MeasurementSource source = archive.measurementSource(entry);
                own += source != null && source.id() == null ? 1 : 0;
                neighbours += source != null && source.id() != null ? 1 : 0;
            }
            return new Booted(own, neighbours, size(archive.dir().resolve(Measurements.FILE)));
        }
    }

    /**
     * BTFs, of kernels and of modules.
     *
     * @param modules how many of them are modules'
     * @param types of all together
     * @param rawBytes of all together
     * @param xzBytes of those that were measured when they were packed, as an xz file each
     * @param unmeasured how many were not
     */
    public record Parts(int modules, long types, long rawBytes, long xzBytes, int unmeasured) {
        private Parts plus(Parts other) {
            return new Parts(
                    modules + other.modules,
                    types + other.types,
                    rawBytes + other.rawBytes,
                    xzBytes + other.xzBytes,
                    unmeasured + other.unmeasured);
        }
    }

    /** One pack and what it is made of. */
    public record PackStats(PackRef pack, int definitions, List<Pack.SectionSize> sections) {}

    /**
     * Looks at every file's size, and into those kernels that lie in no pack.
     *
     * @throws ArchiveProblem when a file cannot be read, or a pack is damaged: its bytes would count, its kernels not
     */
    public static ArchiveStats of(Archive archive) {
        if (!archive.damagedPacks().isEmpty()) {
            throw new ArchiveProblem(
                    "cannot be counted: " + archive.damagedPacks().getFirst());
        }
        List<PackStats> packs = new ArrayList<>();
        long definitions = 0;
        for (PackRef ref : archive.packs()) {
            Pack pack = archive.pack(ref).pack();
            packs.add(new PackStats(ref, pack.definitionCount(), pack.sections()));
            definitions += pack.definitionCount();
        }
        Parts parts = archive.entries().parallelStream()
                .filter(entry -> entry.btf() != null)
                .map(entry -> parts(archive, entry))
                .reduce(new Parts(0, 0, 0, 0, 0), Parts::plus);
        int kernels = (int)
                archive.entries().stream().filter(entry -> entry.btf() != null).count();
        long blobs = size(archive.dir().resolve(Archive.BLOBS));
        Booted booted = Booted.of(archive);
        long bytes = blobs
                + size(archive.dir().resolve(Archive.CATALOG))
                + size(archive.dir().resolve(Packs.FOLDER))
                + booted.bytes();
        return new ArchiveStats(
                kernels,
                archive.entries().size() - kernels,
                parts,
                definitions,
                bytes,
                blobs,
                booted,
                List.copyOf(packs));
    }

    private static Parts parts(Archive archive, CatalogEntry entry) {
        PackedKernel packed = archive.packed(entry);
        return packed == null ? looseParts(archive.kernel(entry), entry) : packedParts(packed);
    }

    private static Parts packedParts(PackedKernel kernel) {
        Parts all = packedPart(kernel.types(), 0);
        for (PackedKernel.Part module : kernel.modules()) {
            all = all.plus(packedPart(module, 1));
        }
        return all;
    }

    private static Parts packedPart(PackedKernel.Part part, int modules) {
        return new Parts(modules, part.types(), part.size(), part.xzSize(), part.xzSize() == 0 ? 1 : 0);
    }

    private static Parts looseParts(StoredKernel kernel, CatalogEntry entry) {
        Btf vmlinux = kernel.vmlinux();
        long types = vmlinux == null ? 0 : own(vmlinux);
        for (NamedBtf module : kernel.modules()) {
            types += own(module.btf());
        }
        int modules = entry.modules().size();
        return new Parts(modules, types, entry.rawSize(), 0, 1 + modules);
    }

    private static int own(Btf btf) {
        return btf.typeCount() - btf.startId();
    }

    /** Of a file, or of all files in a folder; 0 when there is none. */
    private static long size(Path path) {
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(path)) {
            long size = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
            return size;
        } catch (IOException e) {
            throw StoredKernel.unreadable(path.toString(), e);
        }
    }

    /** Bytes on disk for each kernel with BTF; 0 when there is none. */
    public long bytesPerKernel() {
        return kernels == 0 ? 0 : bytes / kernels;
    }

    /** Bytes on disk of what was measured: all but the blobs. */
    public long measuredBytes() {
        return bytes - blobBytes;
    }

    /** How many times smaller what was measured is than as xz files; 0 when nothing was. */
    public double ratio() {
        return parts.xzBytes == 0 ? 0 : (double) parts.xzBytes / measuredBytes();
    }
}
