package dev.relogrid.archive;

import java.util.Optional;

/** What tests of other packages ask about the shipped archive's blobs. */
public final class ArchiveBlobs {
    private ArchiveBlobs() {}

    /** The SHA-256 the catalog has for that kernel's BTF, when it has the kernel. */
    public static Optional<String> sha256OfVmlinux(String id) {
        return Archive.open(ShippedBtf.ARCHIVE).entries().stream()
                .filter(entry -> entry.id().toString().equals(id))
                .map(CatalogEntry::btf)
                .map(btf -> btf == null ? "" : btf.sha256())
                .findFirst();
    }

    /** As the catalog writes it. */
    public static String sha256(byte[] raw) {
        return Sha256.of(raw);
    }
}
