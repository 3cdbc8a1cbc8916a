package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;

/**
 * Where the files of an rpm package begin: behind a lead of 96 bytes and two headers (the first, of signatures, padded
 * to 8), each of them 16 bytes with two counts in big-endian order, 16 bytes for each entry, and a store.
 */
final class RpmPayload {
    private static final int LEAD = 96;
    private static final int INTRO = 16;
    private static final int ENTRY = 16;
    private static final long MAGIC = 0x8eade801L;

    private RpmPayload() {}

    /** Reads {@code in} up to the payload, which is a compressed cpio. */
    static void skipTo(InputStream in) throws IOException {
        in.skipNBytes(LEAD);
        long signatures = skipHeader(in);
        in.skipNBytes(-signatures & 7);
        skipHeader(in);
    }

    /** Length of the header's body. */
    private static long skipHeader(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(INTRO);
        if (bytes.length != INTRO) {
            throw new EOFException();
        }
        Bytes intro = Bytes.of("rpm header", bytes, ByteOrder.BIG_ENDIAN);
        if (intro.u32(0) != MAGIC) {
            throw new MalformedInput("rpm header", 0, "8e ad e8 01", String.format("%08x", intro.u32(0)));
        }
        long length = ENTRY * intro.u32(8) + intro.u32(12);
        in.skipNBytes(length);
        return length;
    }
}
