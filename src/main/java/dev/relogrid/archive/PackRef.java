package dev.relogrid.archive;

import dev.relogrid.engine.bytes.MalformedInput;

/**
 * A pack by what is in it: the file {@code packs/<sha256>.pack} of an archive.
 *
 * @param sha256 of the file, 64 lower-case hex digits
 * @param size bytes
 * @param kernels how many it holds
 */
public record PackRef(String sha256, int size, int kernels) {
    public PackRef {
        if (!BlobRef.isSha256(sha256) || size < 0 || kernels < 0) {
            throw new MalformedInput("archive catalog", 0, "a pack by its sha256, size and kernels", sha256);
        }
    }

    /** The place of a kernel in a pack. */
    public record Place(PackRef pack, int kernel) {}
}
