package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;

/**
 * Whether an ELF vmlinux can be entered by the PVH protocol: one of its PT_NOTE segments has Xen's note 18,
 * XEN_ELFNOTE_PHYS32_ENTRY (include/xen/interface/elfnote.h), which is what QEMU looks for.
 */
final class PvhNote {
    private static final int PROGRAM_HEADERS_OFF = 32;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int PROGRAM_HEADER_COUNT = 56;
    private static final int PT_NOTE = 4;
    private static final int PHYS32_ENTRY = 18;
    private static final int NOTE_HEADER = 12;
    /** "Xen" and its NUL, little-endian. */
    private static final int XEN = 0x6e6558;
    /** Kernels have five. */
    private static final int MOST_HEADERS = 64;
    /** Kernels have less than a kilobyte. */
    private static final int LARGEST_NOTES = 1 << 20;

    private PvhNote() {}

    /** @param vmlinux little-endian ELF64, as far as anybody looked; where it does not hold together there is none */
    static boolean isIn(byte[] vmlinux) {
        Bytes in = Bytes.of("vmlinux", vmlinux, ByteOrder.LITTLE_ENDIAN);
        long table = in.i64(PROGRAM_HEADERS_OFF);
        int count = Math.min(MOST_HEADERS, in.u16(PROGRAM_HEADER_COUNT));
        for (int i = 0; i < count; i++) {
            long at = table + (long) i * PROGRAM_HEADER_SIZE;
            if (at < 0 || at > in.length() - PROGRAM_HEADER_SIZE) {
                return false;
            }
            if (in.i32((int) at) == PT_NOTE && has(in, in.i64((int) at + 8), in.i64((int) at + 32))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Bytes in, long off, long size) {
        if (off < 0 || size < 0 || off > in.length() || size > in.length() - off) {
            return false;
        }
        long end = off + Math.min(size, LARGEST_NOTES);
        for (long at = off; at <= end - NOTE_HEADER; ) {
            long nameSize = in.u32((int) at);
            boolean entry = in.i32((int) at + 8) == PHYS32_ENTRY;
            if (entry && nameSize == 4 && at + NOTE_HEADER + 4 <= end && in.i32((int) at + NOTE_HEADER) == XEN) {
                return true;
            }
            at += NOTE_HEADER + padded(nameSize) + padded(in.u32((int) at + 4));
        }
        return false;
    }

    private static long padded(long size) {
        return size + 3 & ~3L;
    }
}
