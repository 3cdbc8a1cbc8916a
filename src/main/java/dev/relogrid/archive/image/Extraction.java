package dev.relogrid.archive.image;

import java.util.List;

/** What a well-formed kernel file turned out to hold. A damaged one is a {@code MalformedInput} instead. */
public sealed interface Extraction {
    /**
     * Raw BTF, as the kernel shows it under {@code /sys/kernel/btf}.
     *
     * @param btf the bytes from the BTF header on; split BTF when the file was a module
     * @param steps what was unwrapped, outermost first ("bzImage", "zstd", "ELF vmlinux")
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Found(byte[] btf, List<String> steps) implements Extraction {}

    /** A kernel or module that was built without BTF; {@code reason} is a sentence without a full stop. */
    record NoBtf(String reason) implements Extraction {}
}
