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

    /** Removes blobs no kernel uses, and gives their SHA-256. */
    public List<String> prune() throws IOException {
        Set<String> used = new HashSet<>();
        for (CatalogEntry entry : catalog().entries()) {
            Verification.blobs(entry).map(BlobRef::sha256).forEach(used::add);
        }
        List<String> unused =
                blobs.list().stream().filter(sha256 -> !used.contains(sha256)).toList();
        for (String sha256 : unused) {
            blobs.remove(sha256);
        }
        return unused;
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
        List<CatalogEntry> entries = new ArrayList<>(catalog().entries());
        CatalogEntry entry = store(kernel);
        if (entries.contains(entry)) {
            return entry;
        }
        boolean taken = entries.removeIf(old -> old.id().equals(kernel.id()));
        if (taken && !replace) {
            throw new ArchiveProblem("the archive has another " + kernel.id() + " already");
        }
        entries.add(entry);
        DurableFile.write(dir.resolve(Archive.CATALOG), Catalog.of(entries).toJson());
        return entry;
    }

    private Catalog catalog() throws IOException {
        return Files.exists(dir.resolve(Archive.CATALOG)) ? Archive.readCatalog(dir) : Catalog.of(List.of());
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
                putIfKnown(kernel.symbols()));
    }

    private @Nullable BlobRef putIfKnown(byte @Nullable [] text) throws IOException {
        return text == null ? null : blobs.put(text);
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
