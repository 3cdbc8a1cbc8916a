package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What boot loaders load, recognised by its header.
 *
 * @param kind its name
 * @param payloadOff where the packed kernel starts; 0 when the header does not say
 * @param payloadLen how many bytes it has; 0 when the header does not say
 * @param flat whether the kernel is not packed but the image itself
 */
record BootImage(String kind, int payloadOff, int payloadLen, boolean flat) {
    private static final int ARM64_MAGIC = 0x644d5241;
    private static final int RISCV_MAGIC = 0x05435352;
    private static final int ARM_ZIMAGE_MAGIC = 0x016f2818;
    private static final int HDRS = 0x53726448;
    private static final int BZIMAGE_WITH_PAYLOAD = 0x208;

    /** The boot image {@code data} is, or null. Headers: Documentation/arch/{x86,arm64,riscv}/boot*.rst and zboot.lds. */
    static @Nullable BootImage of(String name, byte[] data) {
        Bytes in = Bytes.of(name, data, ByteOrder.LITTLE_ENDIAN);
        if (has(in, 0x202, HDRS)) {
            return bzImage(in);
        }
        if (in.length() >= 64 && in.u16(0) == 0x5a4d && in.i32(4) == 0x676d697a) {
            return inside(in, "EFI zboot image", in.u32(8), in.u32(12));
        }
        if (has(in, 0x38, ARM64_MAGIC)) {
            return new BootImage("arm64 Image", 0, 0, true);
        }
        if (has(in, 0x38, RISCV_MAGIC)) {
            return new BootImage("riscv64 Image", 0, 0, true);
        }
        if (has(in, 0x24, ARM_ZIMAGE_MAGIC)) {
            return new BootImage("ARM zImage", 0, 0, false);
        }
        // "S390EP", the entry point marker of arch/s390/boot/head.S
        if (has(in, 0x10008, 0x30393353) && in.length() > 0x1000e && in.u16(0x1000c) == 0x5045) {
            return new BootImage("s390x image", 0, 0, false);
        }
        return null;
    }

    private static boolean has(Bytes in, int off, int magic) {
        return in.length() >= off + 4 && in.i32(off) == magic;
    }

    private static BootImage bzImage(Bytes in) {
        int version = in.u16(0x206);
        if (version < BZIMAGE_WITH_PAYLOAD) {
            throw new MalformedInput(
                    in.name(),
                    0x206,
                    "boot protocol 2.08 or later, which says where the kernel is",
                    (version >> 8) + "." + String.format("%02d", version & 0xff));
        }
        int setupSectors = in.u8(0x1f1) == 0 ? 4 : in.u8(0x1f1);
        return inside(in, "bzImage", (setupSectors + 1) * 512L + in.u32(0x248), in.u32(0x24c));
    }

    private static BootImage inside(Bytes in, String kind, long off, long len) {
        if (len == 0 || off + len > in.length()) {
            throw new MalformedInput(
                    in.name(),
                    0,
                    "a whole " + kind + ", with its payload of " + len + " bytes at 0x" + Long.toHexString(off),
                    in.length() + " bytes in all");
        }
        return new BootImage(kind, (int) off, (int) len, false);
    }
}
