package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;

/** Reads at the offsets and lengths the input itself holds. */
final class BytesFuzzTest {

    @FuzzTest
    void read(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Bytes bytes = Bytes.of("input", data, order);
            for (int at = 0; at + 8 <= Math.min(data.length, 128); at += 4) {
                int off = bytes.i32(at);
                int len = bytes.i32(at + 4);
                Target.mayBeMalformed(() -> readAt(bytes, off, len));
                Target.mayBeMalformed(() -> readAt(bytes, off & 0x3f, len & 0x1f));
            }
        }
    }

    private static void readAt(Bytes bytes, int off, int len) {
        Bytes slice = bytes.slice("slice", Integer.toUnsignedLong(off), Integer.toUnsignedLong(len));
        if (slice.length() != len || slice.toArray().length != len) {
            throw new IllegalStateException("a slice of another length");
        }
        int end = slice.cStringLength(0);
        if (end >= 0 && slice.cString(0).length() != end) {
            throw new IllegalStateException("a string of another length");
        }
        if (len > 0 && slice.u8(len - 1) != bytes.u8(off + len - 1)) {
            throw new IllegalStateException("another byte");
        }
        if (!bytes.regionEquals(off, slice, 0, len) || !bytes.cStringEquals(off, bytes, off)) {
            throw new IllegalStateException("bytes that do not equal themselves");
        }
        bytes.u16(off);
        bytes.u32(off);
        bytes.i64(off);
        slice.u32(len);
    }
}
