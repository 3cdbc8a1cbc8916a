package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.ModuleEntry;
import dev.relogrid.archive.image.Extraction;
import dev.relogrid.archive.pack.Pack;
import dev.relogrid.archive.pack.PackedKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kernels in an archive folder, as it was when opened. Opening reads the catalog only; a kernel's BTF is read when
 * the kernel is asked for it. A damaged blob spoils the kernels that use it and no other.
 */
public final class Archive {
    static final String CATALOG = "catalog.json";
    static final String BLOBS = "blobs";

    /** So many candidates are named to whoever asks for what is not there, or for what is there more than once. */
    private static final int MOST_NAMED = 16;

    private final Path dir;
    private final Catalog catalog;
    private final Blobs blobs;
    private final MeasurementAccess measurements;
    private final Packs packs;
    private final List<CatalogEntry> entries;

    private Archive(Path dir, Catalog catalog) {
        this.dir = dir;
        this.catalog = catalog;
        this.blobs = new Blobs(dir.resolve(BLOBS));
        this.measurements = new MeasurementAccess(dir, this::entries);
        this.packs = Packs.open(dir, catalog.packs(), measurements);
        this.entries = merged(catalog, packs);
    }

    /** Of several rows of one id, that of no pack counts, else that of the latest pack. */
    private static List<CatalogEntry> merged(Catalog catalog, Packs packs) {
        Map<KernelId, CatalogEntry> byId = new LinkedHashMap<>();
        for (PackRef pack : catalog.packs().stream().filter(packs::isOpen).toList()) {
            for (CatalogEntry entry : packs.get(pack).entries()) {
                byId.put(entry.id(), entry);
            }
        }
        for (CatalogEntry entry : catalog.entries()) {
            byId.put(entry.id(), entry);
        }
        return sorted(byId.values());
    }

    /**
     * By id. First suite and architecture, which takes few comparisons; what is left of one is nearly in order as it comes
     * out of a pack.
     */
    private static List<CatalogEntry> sorted(Collection<CatalogEntry> entries) {
        Map<String, List<CatalogEntry>> lines = new LinkedHashMap<>();
        for (CatalogEntry entry : entries) {
            KernelId id = entry.id();
            lines.computeIfAbsent(id.distro() + "/" + id.suite() + "/" + id.arch(), line -> new ArrayList<>())
                    .add(entry);
        }
        Comparator<CatalogEntry> byId = Comparator.comparing(CatalogEntry::id);
        List<List<CatalogEntry>> ordered = new ArrayList<>(lines.values());
        ordered.sort((a, b) -> byId.compare(a.getFirst(), b.getFirst()));
        List<CatalogEntry> sorted = new ArrayList<>(entries.size());
        for (List<CatalogEntry> line : ordered) {
            line.sort(byId);
            sorted.addAll(line);
        }
        return List.copyOf(sorted);
    }

    /**
     * @throws ArchiveProblem when there is no archive in {@code dir} or it cannot be read
     * @throws dev.relogrid.engine.bytes.MalformedInput when its catalog is damaged
     */
    public static Archive open(Path dir) {
        try {
            return new Archive(dir, readCatalog(dir));
        } catch (NoSuchFileException e) {
            throw none(dir);
        } catch (IOException e) {
            throw StoredKernel.unreadable(dir.resolve(CATALOG).toString(), e);
        }
    }

    private static ArchiveProblem none(Path dir) {
        return new ArchiveProblem("no archive in " + dir + " (no " + CATALOG + "): 'relogrid archive add' makes one");
    }

    static Catalog readCatalog(Path dir) throws IOException {
        return Catalog.parse(Files.readAllBytes(dir.resolve(CATALOG)));
    }

    public Path dir() {
        return dir;
    }

    /**
     * What tells one state of an archive from another: a SHA-256 over the catalog, which names everything else by its own,
     * and what booted kernels said.
     *
     * @throws ArchiveProblem when there is no archive in {@code dir} or it cannot be read
     */
    public static String digest(Path dir) {
        MessageDigest digest = Sha256.digest();
        try {
            digest.update(Files.readAllBytes(dir.resolve(CATALOG)));
            Path measured = dir.resolve(Measurements.FILE);
            if (Files.exists(measured)) {
                digest.update(Files.readAllBytes(measured));
            }
        } catch (NoSuchFileException e) {
            throw none(dir);
        } catch (IOException e) {
            throw StoredKernel.unreadable(dir.resolve(CATALOG).toString(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** All rows of the catalog, ordered by {@link KernelId}. */
    public List<CatalogEntry> entries() {
        return entries;
    }

    /** The packs that hold them, oldest first; none when all kernels are blobs. */
    public List<PackRef> packs() {
        return catalog.packs();
    }

    /** A sentence for each pack that is missing or damaged so that none of its kernels are known: they are left out. */
    public List<String> damagedPacks() {
        List<String> sentences = new ArrayList<>();
        packs.damaged().forEach((ref, problem) -> sentences.add(damaged(ref, problem)));
        return sentences;
    }

    /** What its kernels said when they were booted. */
    MeasurementAccess measurements() {
        return measurements;
    }

    /** Who answers for a kernel what only a booted one can say; null when nobody does. */
    public @Nullable MeasurementSource measurementSource(CatalogEntry entry) {
        return measurements.source(entry);
    }

    /** A sentence about what its kernels said when that is damaged: it counts for nothing then. Reads all of it. */
    public Optional<String> measurementProblem() {
        return Optional.ofNullable(measurements.problem());
    }

    private static String damaged(PackRef ref, MalformedInput problem) {
        String what = String.valueOf(problem.getMessage());
        return "pack " + ref.sha256() + " with " + ref.kernels() + " kernels: "
                + what.replaceFirst("^pack " + ref.sha256() + "(\\.pack)? ", "");
    }

    /** A sentence about the pack when anything in it is not as it was written; empty when all is well. */
    Optional<String> verify(PackRef ref) {
        try {
            packs.verify(dir, ref);
            return Optional.empty();
        } catch (MalformedInput e) {
            return Optional.of(damaged(ref, e));
        } catch (IOException e) {
            String why = String.valueOf(
                    StoredKernel.unreadable("pack " + ref.sha256(), e).getMessage());
            return Optional.of(why);
        }
    }

    Packs.Open pack(PackRef ref) {
        return packs.get(ref);
    }

    /** What its pack says of a kernel; null when it is in none. */
    public @Nullable PackedKernel packed(CatalogEntry entry) {
        PackRef.Place place = entry.place();
        return place == null ? null : pack(place.pack()).pack().kernels().get(place.kernel());
    }

    /** All types with names that any packed kernel has, or any module of one; each at least once. */
    public void eachPackedType(Pack.TypeSink sink) {
        for (PackRef ref : packs()) {
            if (!packs.damaged().containsKey(ref)) {
                packs.get(ref).pack().eachType(sink);
            }
        }
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
        PackRef.Place place = entry.place();
        String id = entry.id().toString();
        if (place == null) {
            return new StoredKernel(id, () -> vmlinux(entry), () -> modules(entry), new LooseBeside(this, entry));
        }
        Packs.Open open = packs.get(place.pack());
        return new StoredKernel(
                id,
                () -> entry.btf() == null
                        ? new Extraction.NoBtf(reason(entry.noBtf()))
                        : new Extraction.Found(open.pack().vmlinux(place.kernel()), List.of()),
                () -> packedModules(open.pack(), place.kernel()),
                new PackedBeside(open, measurements, entry, place.kernel()));
    }

    private static List<StoredKernel.Part> packedModules(Pack pack, int kernel) {
        List<StoredKernel.Part> parts = new ArrayList<>();
        pack.modules(kernel)
                .forEach((name, btf) ->
                        parts.add(new StoredKernel.Part(name, () -> new Extraction.Found(btf, List.of()))));
        return parts;
    }

    /**
     * The text of its .config, or null when the archive does not have it; from a pack only the options that are set, in
     * the order of their names.
     */
    public byte @Nullable [] config(CatalogEntry entry) {
        PackRef.Place place = entry.place();
        return place == null
                ? text(entry, "config", entry.config())
                : bytes(packs.get(place.pack()).pack().config(place.kernel()));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Its own symbols (no module's), or null when the archive does not have them: lines of {@code LETTER name}, ordered
     * by name; {@link dev.relogrid.archive.image.SymbolList} has the details.
     */
    public byte @Nullable [] symbols(CatalogEntry entry) {
        PackRef.Place place = entry.place();
        return place == null
                ? text(entry, "symbols", entry.symbols())
                : bytes(packs.get(place.pack()).pack().kernelSymbols(place.kernel()));
    }

    private byte @Nullable [] text(CatalogEntry entry, String what, @Nullable PartRef ref) {
        try {
            return ref instanceof BlobRef blob ? blobs.read(blob) : null;
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
        throw new ArchiveProblem(
                found.isEmpty()
                        ? "no kernel '" + id + "' in the archive, which has "
                                + (entries.isEmpty() ? "none" : some(entries))
                                + (packs.damaged().isEmpty()
                                        ? ""
                                        : "; left out is " + String.join("; ", damagedPacks()))
                        : "'" + id + "' could be any of " + some(found));
    }

    private static String some(List<CatalogEntry> entries) {
        String first = entries.stream()
                .limit(MOST_NAMED)
                .map(entry -> entry.id().toString())
                .collect(Collectors.joining(", "));
        int more = entries.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more ('relogrid kernels' lists all)" : first;
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
        PartRef btf = entry.btf();
        return btf == null ? new Extraction.NoBtf(reason(entry.noBtf())) : read(btf);
    }

    /** Null when it has BTF. */
    static @Nullable String noBtf(CatalogEntry entry) {
        return entry.btf() == null ? reason(entry.noBtf()) : null;
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

    private Extraction read(PartRef ref) throws IOException {
        if (!(ref instanceof BlobRef blob)) {
            throw new IllegalArgumentException("only kernels outside packs have blobs");
        }
        return new Extraction.Found(blobs.read(blob), List.of());
    }

    /** The raw BTF of a kernel that has some. */
    byte[] vmlinuxBtf(CatalogEntry entry) throws IOException {
        PackRef.Place place = entry.place();
        return place == null
                ? ((Extraction.Found) vmlinux(entry)).btf()
                : packs.get(place.pack()).pack().vmlinux(place.kernel());
    }

    /** The raw split BTF of its modules, by name. */
    SortedMap<String, byte[]> moduleBtf(CatalogEntry entry) throws IOException {
        PackRef.Place place = entry.place();
        if (place != null) {
            return new TreeMap<>(packs.get(place.pack()).pack().modules(place.kernel()));
        }
        SortedMap<String, byte[]> modules = new TreeMap<>();
        for (ModuleEntry module : entry.modules()) {
            modules.put(module.name(), ((Extraction.Found) read(module.btf())).btf());
        }
        return modules;
    }

    Blobs blobs() {
        return blobs;
    }
}
