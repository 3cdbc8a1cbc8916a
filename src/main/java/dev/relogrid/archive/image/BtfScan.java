package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds vmlinux BTF in a flat image, which has no section table to tell where it is. The rule (magic, version 1, a
 * sane header length, no types offset, ranges inside the image, a final NUL) gave exactly one candidate on every kernel
 * image tried, little- and big-endian; should there be several, the largest is the kernel's.
 */
final class BtfScan {
    private static final int MIN_HEADER = 24;
    private static final int MAX_HEADER = 64;
    private static final int WITH_LAYOUT = 32;

    private BtfScan() {}

    /** A copy of the BTF in {@code image}, or null. */
    static byte @Nullable [] find(byte[] image) {
        int best = -1;
        int bestLength = 0;
        for (int at = 0; at <= image.length - MIN_HEADER; at++) {
            if (isMagic(image, at)) {
                int length = lengthAt(image, at);
                if (length > bestLength) {
                    best = at;
                    bestLength = length;
                }
            }
        }
        return best < 0 ? null : Arrays.copyOfRange(image, best, best + bestLength);
    }

    /** Whether {@code data} begins like raw BTF: magic in either byte order, version 1, flags 0. */
    static boolean isMagic(byte[] data, int at) {
        if (data.length - at < 4 || data[at + 2] != 1 || data[at + 3] != 0) {
            return false;
        }
        int first = data[at] & 0xff;
        int second = data[at + 1] & 0xff;
        return first == 0x9f && second == 0xeb || first == 0xeb && second == 0x9f;
    }

    /** How long the BTF at {@code at} is, header included, or 0 when its header does not hold together. */
    private static int lengthAt(byte[] image, int at) {
        boolean little = (image[at] & 0xff) == 0x9f;
        Bytes in = Bytes.of("image", image, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long header = in.u32(at + 4);
        long typesLength = in.u32(at + 12);
        long stringsOff = in.u32(at + 16);
        long stringsLength = in.u32(at + 20);
        if (header < MIN_HEADER || header > MAX_HEADER || in.u32(at + 8) != 0) {
            return 0;
        }
        if (typesLength == 0 || stringsLength == 0) {
            return 0;
        }
        long end = header + Math.max(typesLength, stringsOff + stringsLength);
        int left = image.length - at;
        if (header >= WITH_LAYOUT && header <= left && in.u32(at + 28) != 0) {
            end = Math.max(end, header + in.u32(at + 24) + in.u32(at + 28));
        }
        if (end > left || image[(int) (at + header + stringsOff + stringsLength - 1)] != 0) {
            return 0;
        }
        return (int) end;
    }
}
