package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * The lzop container, big-endian: magic, header, then blocks of {@code u32 unpacked, u32 packed, checksums, data} up to
 * one that unpacks to nothing. A block that did not shrink is stored as it is.
 */
final class Lzop {
    private static final int WITH_LEVEL = 0x940;
    private static final int FLAG_ADLER_UNPACKED = 0x1;
    private static final int FLAG_ADLER_PACKED = 0x2;
    private static final int FLAG_CRC_UNPACKED = 0x100;
    private static final int FLAG_CRC_PACKED = 0x200;
    private static final int FLAG_FILTER = 0x800;

    private Lzop() {}

    static byte[] unpack(byte[] data, Budget budget) throws IOException {
        Bytes in = Bytes.of("lzop file", data, ByteOrder.BIG_ENDIAN);
        boolean withLevel = in.u16(9) >= WITH_LEVEL;
        int flagsAt = withLevel ? 17 : 14;
        int flags = in.i32(flagsAt);
        if ((flags & FLAG_FILTER) != 0) {
            throw new IOException("a filter no kernel is packed with");
        }
        int nameAt = flagsAt + (withLevel ? 16 : 12);
        int at = nameAt + 1 + in.u8(nameAt) + 4;
        Output out = new Output(budget);
        for (long unpacked = in.u32(at); unpacked != 0; unpacked = in.u32(at)) {
            long packed = in.u32(at + 4);
            at += 8 + checksums(flags, packed < unpacked);
            if (packed > data.length - at || packed > unpacked) {
                throw new IOException("a block of " + packed + " bytes at offset " + at);
            }
            block(data, at, (int) packed, unpacked, out);
            at += (int) packed;
        }
        return out.toArray();
    }

    private static void block(byte[] data, int at, int packed, long unpacked, Output out) throws IOException {
        int before = out.size();
        if (packed == unpacked) {
            out.literals(data, at, packed);
        } else {
            Lzo1x.unpack(data, at, at + packed, out);
        }
        if (out.size() - before != unpacked) {
            throw new IOException("a block of " + (out.size() - before) + " bytes instead of " + unpacked);
        }
    }

    /** Bytes of checksums before a block; those over packed data are left out of a stored one. */
    private static int checksums(int flags, boolean shrunk) {
        int kept = FLAG_ADLER_UNPACKED | FLAG_CRC_UNPACKED | (shrunk ? FLAG_ADLER_PACKED | FLAG_CRC_PACKED : 0);
        return 4 * Integer.bitCount(flags & kept);
    }
}
