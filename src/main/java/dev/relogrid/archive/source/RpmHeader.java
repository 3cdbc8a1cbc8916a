package dev.relogrid.archive.source;

import dev.relogrid.engine.bytes.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * One header structure of an rpm, all in big-endian byte order:
 *
 * <pre>
 * header = magic:u32 (8eade801) reserved:u32 entries:u32 size:u32
 *          { tag:u32 type:u32 offset:u32 count:u32 }           -- so many entries
 *          store                                               -- so many bytes; offsets count from its start
 * </pre>
 */
record RpmHeader(int entries, Bytes body) {
    static final int NAME = 1000;
    static final int VERSION = 1001;
    static final int RELEASE = 1002;
    static final int DISTRIBUTION = 1010;
    static final int VENDOR = 1011;
    static final int ARCH = 1022;
    static final int PAYLOAD_FORMAT = 1124;

    private static final int INTRO = 16;
    private static final int ENTRY = 16;
    private static final int TYPE_STRING = 6;
    private static final long MAGIC = 0x8eade801L;
    /** That of a kernel's package with 10,000 files has 1 MB. */
    private static final long LARGEST = 64L << 20;

    static RpmHeader read(PackageInput file) throws IOException {
        Bytes intro = exactly(file, INTRO);
        long entries = intro.u32(8);
        long length = ENTRY * entries + intro.u32(12);
        if (intro.u32(0) != MAGIC) {
            throw file.malformed("header magic 8eade801", String.format("%08x", intro.u32(0)));
        }
        if (length > LARGEST) {
            throw file.malformed("a header of at most " + LARGEST + " bytes", length + " bytes");
        }
        return new RpmHeader((int) entries, exactly(file, (int) length));
    }

    private static Bytes exactly(PackageInput file, int length) throws IOException {
        byte[] bytes = file.stream().readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException();
        }
        return Bytes.of(file.name() + ", " + file.member(), bytes, ByteOrder.BIG_ENDIAN);
    }

    /** Bytes of its store. */
    int storeSize() {
        return body.length() - ENTRY * entries;
    }

    /** The text of that tag, or empty when it has none. */
    String string(int tag) {
        for (int i = 0; i < entries; i++) {
            int at = ENTRY * i;
            if (body.u32(at) == tag && body.u32(at + 4) == TYPE_STRING) {
                Bytes store = body.slice(body.name(), (long) ENTRY * entries, storeSize());
                long offset = Math.min(body.u32(at + 8), Integer.MAX_VALUE);
                return store.cString((int) offset);
            }
        }
        return "";
    }
}
