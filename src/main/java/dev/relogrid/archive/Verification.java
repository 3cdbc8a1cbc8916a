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
 * @param blobs how many different blobs they use
 * @param bytes those blobs' bytes on disk
 * @param damage one sentence for every kernel, or part of one, that cannot be used
 * @param quarantined one sentence for every part that was found unhealthy when it was added
 * @param unused blobs no kernel uses: harmless, left by a writer that was stopped
 */
public record Verification(
        int kernels, int blobs, long bytes, List<String> damage, List<String> quarantined, List<String> unused) {
    /** Compares every blob with its SHA-256 and parses every kernel's and module's BTF. */
    public static Verification of(Archive archive) {
        List<String> damage = new ArrayList<>();
        Set<String> used = new HashSet<>();
        long bytes = 0;
        for (CatalogEntry entry : archive.entries()) {
            for (BlobRef ref : blobs(entry).toList()) {
                if (used.add(ref.sha256())) {
                    bytes += ref.packed();
                    check(entry, damage, () -> archive.blobs().verify(ref));
                }
            }
            StoredKernel kernel = archive.kernel(entry);
            check(entry, damage, kernel::modules);
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
            return archive.blobs().list();
        } catch (IOException e) {
            throw StoredKernel.unreadable(archive.dir().toString(), e);
        }
    }
}
