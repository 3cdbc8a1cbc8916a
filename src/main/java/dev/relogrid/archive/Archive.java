package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.image.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kernels in an archive folder, as it was when opened. Opening reads the catalog only; a kernel's BTF is read when
 * the kernel is asked for it. A damaged blob spoils the kernels that use it and no other.
 */
public final class Archive {
    static final String CATALOG = "catalog.json";
    static final String BLOBS = "blobs";

    private final Path dir;
    private final Catalog catalog;
    private final Blobs blobs;

    private Archive(Path dir, Catalog catalog) {
        this.dir = dir;
        this.catalog = catalog;
        this.blobs = new Blobs(dir.resolve(BLOBS));
    }

    /**
     * @throws ArchiveProblem when there is no archive in {@code dir} or it cannot be read
     * @throws dev.relogrid.engine.bytes.MalformedInput when its catalog is damaged
     */
    public static Archive open(Path dir) {
        try {
            return new Archive(dir, readCatalog(dir));
        } catch (NoSuchFileException e) {
            throw new ArchiveProblem(
                    "no archive in " + dir + " (no " + CATALOG + "): 'relogrid archive add' makes one");
        } catch (IOException e) {
            throw StoredKernel.unreadable(dir.resolve(CATALOG).toString(), e);
        }
    }

    static Catalog readCatalog(Path dir) throws IOException {
        return Catalog.parse(Files.readAllBytes(dir.resolve(CATALOG)));
    }

    public Path dir() {
        return dir;
    }

    /** All rows of the catalog, ordered by {@link KernelId}. */
    public List<CatalogEntry> entries() {
        return catalog.entries();
    }

    /** All kernels, ordered by {@link KernelId}, those without BTF included. */
    public List<StoredKernel> kernels() {
        return entries().stream().map(this::kernel).toList();
    }

    /** The kernel that {@link #find} finds. */
    public StoredKernel kernel(String id) {
        return kernel(find(id));
    }

    /** The kernel of one of the {@link #entries}. */
    public StoredKernel kernel(CatalogEntry entry) {
        return new StoredKernel(entry.id().toString(), () -> vmlinux(entry), () -> modules(entry));
    }

    /** The text of its .config as it was found, or null when the archive does not have it. */
    public byte @Nullable [] config(CatalogEntry entry) {
        return text(entry, "config", entry.config());
    }

    /**
     * Its own symbols (no module's), or null when the archive does not have them: lines of {@code LETTER name}, ordered
     * by name; {@link dev.relogrid.archive.image.SymbolList} has the details.
     */
    public byte @Nullable [] symbols(CatalogEntry entry) {
        return text(entry, "symbols", entry.symbols());
    }

    private byte @Nullable [] text(CatalogEntry entry, String what, @Nullable BlobRef ref) {
        try {
            return ref == null ? null : blobs.read(ref);
        } catch (IOException e) {
            throw StoredKernel.unreadable(what + " of " + entry.id(), e);
        }
    }

    /**
     * The entry of that id; or the only one whose id ends in it after a slash; or the only one whose id contains it.
     *
     * @throws ArchiveProblem naming the candidates when it is none or several
     */
    public CatalogEntry find(String id) {
        List<CatalogEntry> found = matching(id, Match.EXACT);
        for (Match match : List.of(Match.TAIL, Match.PART)) {
            if (found.isEmpty()) {
                found = matching(id, match);
            }
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        String candidates = (found.isEmpty() ? entries() : found)
                .stream().map(entry -> entry.id().toString()).collect(Collectors.joining(", "));
        throw new ArchiveProblem(
                found.isEmpty()
                        ? "no kernel '" + id + "' in the archive, which has " + candidates
                        : "'" + id + "' could be any of " + candidates);
    }

    private List<CatalogEntry> matching(String id, Match match) {
        return entries().stream()
                .filter(entry -> match.holds(entry.id().toString(), id))
                .toList();
    }

    private enum Match {
        EXACT,
        TAIL,
        PART;

        boolean holds(String id, String asked) {
            return switch (this) {
                case EXACT -> id.equals(asked);
                case TAIL -> id.endsWith("/" + asked);
                case PART -> id.contains(asked);
            };
        }
    }

    private Extraction vmlinux(CatalogEntry entry) throws IOException {
        BlobRef btf = entry.btf();
        return btf == null ? new Extraction.NoBtf(reason(entry.noBtf())) : read(btf);
    }

    private static String reason(@Nullable String noBtf) {
        return noBtf == null ? "the archive does not say why" : noBtf;
    }

    private List<StoredKernel.Part> modules(CatalogEntry entry) {
        return entry.modules().stream().map(this::part).toList();
    }

    private StoredKernel.Part part(ModuleEntry module) {
        return new StoredKernel.Part(module.name(), () -> read(module.btf()));
    }

    private Extraction read(BlobRef ref) throws IOException {
        return new Extraction.Found(blobs.read(ref), List.of());
    }

    Blobs blobs() {
        return blobs;
    }
}
