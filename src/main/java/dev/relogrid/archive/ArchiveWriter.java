package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of an archive folder. First the blobs, then the catalog takes their names in one step: stopped
 * anywhere, the archive is as it was before or as it should be after, never between. The lock is the operating
 * system's, so it ends with the process that holds it.
 */
public final class ArchiveWriter implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path dir;
    private final FileChannel lockFile;
    private final Blobs blobs;

    private ArchiveWriter(Path dir, FileChannel lockFile) {
        this.dir = dir;
        this.lockFile = lockFile;
        this.blobs = new Blobs(dir.resolve(Archive.BLOBS));
    }

    /**
     * Locks the archive in {@code dir}, which is made when there is none, and clears what killed writers left there.
     *
     * @throws ArchiveProblem when another writer is at work, in this process or another
     */
    public static ArchiveWriter open(Path dir) throws IOException {
        Files.createDirectories(dir);
        FileChannel lockFile = FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(lockFile) == null) {
                throw new ArchiveProblem("another process is writing to the archive in " + dir);
            }
            DurableFile.removeLeftovers(dir);
            return new ArchiveWriter(dir, lockFile);
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    /**
     * The same for an archive that must be there.
     *
     * @throws ArchiveProblem when it is not
     */
    public static ArchiveWriter openExisting(Path dir) throws IOException {
        Archive.open(dir);
        return open(dir);
    }

    /** Removes blobs and packs that no kernel is in, and gives their SHA-256. */
    public List<String> prune() throws IOException {
        Catalog catalog = catalog();
        Set<String> used = new HashSet<>();
        for (CatalogEntry entry : catalog.entries()) {
            Verification.blobs(entry).map(BlobRef::sha256).forEach(used::add);
        }
        List<String> removed = new ArrayList<>();
        for (String sha256 : Packs.list(dir)) {
            if (catalog.packs().stream().noneMatch(pack -> pack.sha256().equals(sha256))) {
                Files.deleteIfExists(Packs.file(dir, sha256));
                removed.add(sha256);
            }
        }
        List<String> unused =
                blobs.list().stream().filter(sha256 -> !used.contains(sha256)).toList();
        for (String sha256 : unused) {
            blobs.remove(sha256);
        }
        removed.addAll(unused);
        return removed;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /**
     * Adds a kernel, or does nothing when the archive has exactly this one.
     *
     * @param replace whether an entry of the same id and other content gives way
     * @return the row it now has
     * @throws ArchiveProblem when the id is taken and {@code replace} is false
     * @throws dev.relogrid.engine.bytes.MalformedInput when some of its BTF does not parse; nothing is written then
     */
    public CatalogEntry add(NewKernel kernel, boolean replace) throws IOException {
        check(kernel);
        CatalogEntry packed = packed(kernel.id());
        if (packed != null && isSame(kernel, packed)) {
            return packed;
        }
        Catalog catalog = catalog();
        List<CatalogEntry> entries = new ArrayList<>(catalog.entries());
        CatalogEntry entry = store(kernel);
        if (entries.contains(entry)) {
            return entry;
        }
        boolean taken = entries.removeIf(old -> old.id().equals(kernel.id())) || packed != null;
        if (taken && !replace) {
            throw new ArchiveProblem("the archive has another " + kernel.id() + " already");
        }
        entries.add(entry);
        write(Catalog.of(catalog.packs(), entries));
        return entry;
    }

    /** The row of that id in a pack, if it is one that counts. */
    private @Nullable CatalogEntry packed(KernelId id) throws IOException {
        if (catalog().packs().isEmpty()) {
            return null;
        }
        for (CatalogEntry entry : Archive.open(dir).entries()) {
            if (entry.id().equals(id)) {
                return entry.place() == null ? null : entry;
            }
        }
        return null;
    }

    /** Packs keep the SHA-256 of a kernel's own BTF; its modules came with it. */
    private static boolean isSame(NewKernel kernel, CatalogEntry packed) {
        PartRef btf = packed.btf();
        String sha256 = btf == null ? null : btf.sha256();
        String added = kernel.vmlinux() instanceof Extraction.Found found ? Sha256.of(found.btf()) : null;
        return Objects.equals(sha256, added)
                && packed.origin().equals(kernel.origin())
                && packed.quarantine().equals(kernel.quarantine())
                && packed.modules().stream()
                        .map(ModuleEntry::name)
                        .toList()
                        .equals(List.copyOf(kernel.modules().keySet()))
                && (packed.config() != null) == (kernel.config() != null)
                && (packed.symbols() != null) == (kernel.symbols() != null);
    }

    /**
     * Puts kernels into one new pack, compares what can be read out of it with what went in, and only then lets the
     * catalog name it. What the pack replaces is removed.
     *
     * @param all also those that are in packs, which the new one replaces; else only those that are in none
     * @return the new pack, or null when there is nothing to pack
     * @throws ArchiveProblem when a damaged pack was to be replaced, whose kernels cannot be read
     */
    public @Nullable PackRef pack(boolean all, Packing.Progress progress) throws IOException {
        Archive archive = Archive.open(dir);
        if (all && !archive.damagedPacks().isEmpty()) {
            throw new ArchiveProblem("not packed, because kernels would be lost: "
                    + archive.damagedPacks().getFirst());
        }
        List<CatalogEntry> meant = archive.entries().stream()
                .filter(entry -> all || entry.place() == null)
                .toList();
        if (meant.isEmpty()) {
            return null;
        }
        byte[] bytes = new Packing(archive, progress).pack(meant);
        PackRef ref = new PackRef(Sha256.of(bytes), bytes.length, meant.size());
        DurableFile.write(Packs.file(dir, ref.sha256()), bytes);
        List<PackRef> packs = new ArrayList<>(all ? List.of() : archive.packs());
        packs.remove(ref);
        packs.add(ref);
        write(Catalog.of(packs, List.of()));
        prune();
        return ref;
    }

    /** @param packed the whole of the file */
    void writeMeasurements(byte[] packed) throws IOException {
        DurableFile.write(dir.resolve(Measurements.FILE), packed);
    }

    private void write(Catalog catalog) throws IOException {
        DurableFile.write(dir.resolve(Archive.CATALOG), catalog.toJson());
    }

    private Catalog catalog() throws IOException {
        return Files.exists(dir.resolve(Archive.CATALOG)) ? Archive.readCatalog(dir) : Catalog.of(List.of(), List.of());
    }

    private static void check(NewKernel kernel) {
        if (kernel.vmlinux() instanceof Extraction.Found found) {
            Btf base = Btf.parse(bytes(kernel.id().toString(), found.btf()));
            kernel.modules().forEach((name, btf) -> Btf.parseSplit(bytes("module " + name, btf), base));
        } else if (!kernel.modules().isEmpty()) {
            throw new ArchiveProblem("modules of " + kernel.id() + " were given, but it has no BTF to base theirs on");
        }
    }

    private static Bytes bytes(String name, byte[] btf) {
        return Bytes.of(name, btf, ByteOrder.LITTLE_ENDIAN);
    }

    private CatalogEntry store(NewKernel kernel) throws IOException {
        List<ModuleEntry> modules = new ArrayList<>();
        for (Map.Entry<String, byte[]> module : kernel.modules().entrySet()) {
            modules.add(new ModuleEntry(module.getKey(), blobs.put(module.getValue())));
        }
        return new CatalogEntry(
                kernel.id(),
                kernel.origin(),
                kernel.vmlinux() instanceof Extraction.Found found ? blobs.put(found.btf()) : null,
                modules,
                kernel.vmlinux() instanceof Extraction.NoBtf none ? none.reason() : null,
                kernel.quarantine(),
                putIfKnown(kernel.config()),
                putIfKnown(kernel.symbols()),
                null);
    }

    private @Nullable BlobRef putIfKnown(byte @Nullable [] text) throws IOException {
        return text == null ? null : blobs.put(text);
    }

    /**
     * Takes the packs of another archive over, and what its kernels said when they were booted; what was taken over from
     * it before and is no longer there is dropped. Kernels that were added here stay.
     *
     * @param shipped an archive that comes with the program
     */
    public void takeOver(Path shipped) throws IOException {
        new TakenOver(dir, shipped).update(catalog(), this::write);
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
