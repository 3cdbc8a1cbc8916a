package dev.relogrid.archive;

import dev.relogrid.archive.pack.Pack;
import dev.relogrid.archive.pack.PackedFamily;
import dev.relogrid.archive.pack.PackedKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packs of an archive, open for reading: {@code packs/<sha256>.pack}. */
final class Packs {
    static final String FOLDER = "packs";
    static final String SUFFIX = ".pack";

    /** An open pack, its kernels as rows and as one family. */
    record Open(Pack pack, List<CatalogEntry> entries, PackedFamily family) {}

    private final Map<PackRef, Open> open = new HashMap<>();
    private final Map<PackRef, MalformedInput> damaged = new LinkedHashMap<>();

    private Packs() {}

    /** Those that cannot be opened, or are not the ones that the catalog says, are {@link #damaged}. */
    static Packs open(Path dir, List<PackRef> refs, MeasurementAccess measurements) {
        Packs packs = new Packs();
        for (PackRef ref : refs) {
            Path file = file(dir, ref.sha256());
            try {
                if (Files.size(file) != ref.size()) {
                    throw new MalformedInput(
                            "pack " + ref.sha256(), 0, ref.size() + " bytes", Files.size(file) + " bytes");
                }
                packs.open.put(ref, open(ref, Pack.open(file), measurements));
            } catch (MalformedInput e) {
                packs.damaged.put(ref, e);
            } catch (IOException e) {
                String found = e instanceof NoSuchFileException ? "no such file" : e.toString();
                packs.damaged.put(
                        ref,
                        new MalformedInput("pack " + ref.sha256(), 0, "a pack of " + ref.size() + " bytes", found));
            }
        }
        return packs;
    }

    static Path file(Path dir, String sha256) {
        return dir.resolve(FOLDER).resolve(sha256 + SUFFIX);
    }

    /**
     * Compares the file with its name and reads everything in it.
     *
     * @throws MalformedInput when something in it is not as it was
     */
    void verify(Path dir, PackRef ref) throws IOException {
        MalformedInput problem = damaged.get(ref);
        if (problem != null) {
            throw problem;
        }
        String found = sha256(file(dir, ref.sha256()));
        if (!found.equals(ref.sha256())) {
            throw new MalformedInput("pack " + ref.sha256(), 0, "content of that sha256", "content of sha256 " + found);
        }
        get(ref).pack().verify();
    }

    private static String sha256(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file));
    }

    /** The SHA-256 of every pack file there is, in order. */
    static List<String> list(Path dir) throws IOException {
        Path folder = dir.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX) && !DurableFile.isTemporary(file))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    boolean isOpen(PackRef ref) {
        return open.containsKey(ref);
    }

    /** What is wrong with each pack whose kernels are left out. */
    Map<PackRef, MalformedInput> damaged() {
        return Collections.unmodifiableMap(damaged);
    }

    Open get(PackRef ref) {
        Open found = open.get(ref);
        if (found == null) {
            throw new IllegalArgumentException("no pack " + ref.sha256() + " in this archive");
        }
        return found;
    }

    private static Open open(PackRef ref, Pack pack, MeasurementAccess measurements) {
        List<PackedKernel> kernels = pack.kernels();
        List<CatalogEntry> entries = new ArrayList<>(kernels.size());
        List<PackedFamily.Member> members = new ArrayList<>(kernels.size());
        for (int i = 0; i < kernels.size(); i++) {
            CatalogEntry entry = PackedRows.entry(kernels.get(i), new PackRef.Place(ref, i));
            entries.add(entry);
            members.add(new PackedFamily.Member(entry.id().toString(), Archive.noBtf(entry), ToldVersion.of(entry)));
        }
        return new Open(pack, entries, new PackedFamily(pack, members, new MeasurementFamily(measurements, entries)));
    }
}
