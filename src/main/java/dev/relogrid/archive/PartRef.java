package dev.relogrid.archive;

import org.jspecify.annotations.Nullable;

/** A part of a kernel that the archive has: its BTF, a module's, its config, its symbols. */
public sealed interface PartRef permits BlobRef, PackedPart {

    /** Raw bytes; for a text in a pack 0, because packs keep what it says and not how it looked. */
    int size();

    /** Of the raw bytes as they were added, 64 lower-case hex digits; null when that is not on record. */
    @Nullable
    String sha256();
}
