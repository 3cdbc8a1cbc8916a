package dev.relogrid.archive;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What reading every byte of an archive showed.
 *
 * @param kernels how many the catalog has
 * @param blobs how many different blobs they use, packs counted too
 * @param bytes those files' bytes on disk
 * @param damage one sentence for every pack, kernel, or part of one, that cannot be used
 * @param quarantined one sentence for every part that was found unhealthy when it was added
 * @param unused blobs and packs no kernel is in, by their SHA-256: harmless, left by a writer that was stopped
 */
public record Verification(
        int kernels, int blobs, long bytes, List<String> damage, List<String> quarantined, List<String> unused) {
    /**
     * Compares every blob and pack with its SHA-256, parses the BTF of every kernel and module outside packs, and reads
     * every item in packs once, without making BTF of it again.
     */
    public static Verification of(Archive archive) {
        List<String> damage = new ArrayList<>();
        Set<String> used = new HashSet<>();
        long bytes = 0;
        for (PackRef pack : archive.packs()) {
            used.add(pack.sha256());
            bytes += pack.size();
            archive.verify(pack).ifPresent(damage::add);
        }
        archive.measurementProblem().ifPresent(damage::add);
        for (CatalogEntry entry : archive.entries()) {
            for (BlobRef ref : blobs(entry).toList()) {
                if (used.add(ref.sha256())) {
                    bytes += ref.packed();
                    check(entry, damage, () -> archive.blobs().verify(ref));
                }
            }
            if (entry.place() == null) {
                check(entry, damage, archive.kernel(entry)::modules);
            }
        }
        List<String> unused =
                list(archive).stream().filter(sha256 -> !used.contains(sha256)).toList();
        List<String> once = damage.stream().distinct().toList();
        return new Verification(archive.entries().size(), used.size(), bytes, once, quarantined(archive), unused);
    }

    private static List<String> quarantined(Archive archive) {
        return archive.entries().stream()
                .flatMap(entry -> entry.quarantine().stream().map(part -> entry.id() + ": " + part))
                .toList();
    }

    /** All blobs of a kernel. */
    static Stream<BlobRef> blobs(CatalogEntry entry) {
        Stream<PartRef> ofTheKernel =
                Stream.of(entry.btf(), entry.config(), entry.symbols()).flatMap(Stream::ofNullable);
        return Stream.concat(ofTheKernel, entry.modules().stream().map(CatalogEntry.ModuleEntry::btf))
                .filter(BlobRef.class::isInstance)
                .map(BlobRef.class::cast);
    }

    private interface Check {
        void run() throws IOException;
    }

    private static void check(CatalogEntry entry, List<String> damage, Check check) {
        try {
            check.run();
        } catch (MalformedInput | ArchiveProblem e) {
            damage.add(entry.id() + ": " + e.getMessage());
        } catch (IOException e) {
            damage.add(entry.id() + ": " + StoredKernel.unreadable("a blob", e).getMessage());
        }
    }

    private static List<String> list(Archive archive) {
        try {
            return Stream.concat(Packs.list(archive.dir()).stream(), archive.blobs().list().stream())
                    .toList();
        } catch (IOException e) {
            throw StoredKernel.unreadable(archive.dir().toString(), e);
        }
    }
}
