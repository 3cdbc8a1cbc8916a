package dev.relogrid.archive;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.regex.Pattern;

/**
 * A part that is a blob of its own.
 *
 * @param sha256 of the raw bytes, 64 lower-case hex digits
 * @param size raw bytes
 * @param packed bytes on disk
 */
public record BlobRef(String sha256, int size, int packed) implements PartRef {
    /** Far above any kernel's BTF (the largest known has 7 MB), far below what would hurt to allocate. */
    static final int MAX_SIZE = 256 << 20;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    static boolean isSha256(String text) {
        return SHA256.matcher(text).matches();
    }

    public BlobRef {
        if (!isSha256(sha256)) {
            throw new MalformedInput("archive catalog", 0, "a sha256 of 64 hex digits", "'" + sha256 + "'");
        }
        if (size < 0 || size > MAX_SIZE || packed < 0) {
            throw new MalformedInput("archive catalog", 0, "a blob of at most " + MAX_SIZE + " bytes", size + " bytes");
        }
    }
}
