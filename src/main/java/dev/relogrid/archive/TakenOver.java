package dev.relogrid.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an archive has from another one, which comes with the program and may be another one after an upgrade. The file
 * {@code taken-over} names it, one SHA-256 a line.
 */
final class TakenOver {
    private static final String FILE = "taken-over";

    private final Path dir;
    private final Path shipped;

    /** Writes the catalog of the archive. */
    interface CatalogWriter {
        void write(Catalog catalog) throws IOException;
    }

    TakenOver(Path dir, Path shipped) {
        this.dir = dir;
        this.shipped = shipped;
    }

    /** First the packs, then the catalog names them, then what it no longer names goes. */
    void update(Catalog mine, CatalogWriter writer) throws IOException {
        Catalog theirs = Archive.readCatalog(shipped);
        Set<String> before = known();
        Set<String> after = new HashSet<>();
        List<PackRef> packs = new ArrayList<>();
        for (PackRef pack : theirs.packs()) {
            copy(Packs.file(shipped, pack.sha256()), Packs.file(dir, pack.sha256()));
            after.add(pack.sha256());
            packs.add(pack);
        }
        for (PackRef pack : mine.packs()) {
            if (!before.contains(pack.sha256()) && !packs.contains(pack)) {
                packs.add(pack);
            }
        }
        after.addAll(measurements(before));
        List<CatalogEntry> entries = new ArrayList<>(mine.entries());
        for (CatalogEntry entry : theirs.entries()) {
            if (entries.stream().noneMatch(known -> known.id().equals(entry.id()))) {
                copyBlobs(entry);
                entries.add(entry);
            }
        }
        if (!packs.equals(mine.packs()) || entries.size() > mine.entries().size()) {
            writer.write(Catalog.of(packs, entries));
        }
        if (!after.equals(before)) {
            DurableFile.write(dir.resolve(FILE), String.join("\n", after).getBytes(StandardCharsets.UTF_8));
        }
        for (PackRef pack : mine.packs()) {
            if (!packs.contains(pack)) {
                Files.deleteIfExists(Packs.file(dir, pack.sha256()));
            }
        }
    }

    /** Facts that somebody measured here are not replaced. */
    private Set<String> measurements(Set<String> before) throws IOException {
        Path from = shipped.resolve(Measurements.FILE);
        Path to = dir.resolve(Measurements.FILE);
        if (!Files.exists(from)) {
            return Set.of();
        }
        byte[] theirs = Files.readAllBytes(from);
        String mine = Files.exists(to) ? Sha256.of(Files.readAllBytes(to)) : "";
        if (!mine.isEmpty() && !before.contains(mine)) {
            return Set.of();
        }
        if (!mine.equals(Sha256.of(theirs))) {
            DurableFile.write(to, theirs);
        }
        return Set.of(Sha256.of(theirs));
    }

    private Set<String> known() throws IOException {
        Path file = dir.resolve(FILE);
        return Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : Set.of();
    }

    private void copyBlobs(CatalogEntry entry) throws IOException {
        Blobs from = new Blobs(shipped.resolve(Archive.BLOBS));
        Blobs to = new Blobs(dir.resolve(Archive.BLOBS));
        for (BlobRef blob : Verification.blobs(entry).toList()) {
            to.put(from.read(blob));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            DurableFile.write(to, Files.readAllBytes(from));
        }
    }
}
