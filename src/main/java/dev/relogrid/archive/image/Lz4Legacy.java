package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * The lz4 "legacy frame" the kernel's build uses: a magic, then blocks of {@code u32 length, data} that each unpack to
 * at most 8 MiB and share no history, then (kernel) the u32 size of everything unpacked.
 */
final class Lz4Legacy {
    private static final int MIN_MATCH = 4;

    private Lz4Legacy() {}

    static byte[] unpack(byte[] data, Budget budget) throws IOException {
        Bytes in = Bytes.of("lz4 blocks", data, ByteOrder.LITTLE_ENDIAN);
        Output out = new Output(budget);
        int magic = in.i32(0);
        int at = 4;
        while (data.length - at > 4) {
            long len = in.u32(at);
            at += 4;
            if ((int) len == magic) {
                continue; // concatenated frames
            }
            if (len > data.length - at) {
                throw new IOException("the block at offset " + at + " ends early");
            }
            block(data, at, at + (int) len, out);
            at += (int) len;
        }
        return out.toArray();
    }

    /** One block: literals and copies in turn, ending in literals. */
    private static void block(byte[] in, int from, int end, Output out) throws IOException {
        var cursor = new Cursor(in, from, end);
        int start = out.size();
        while (cursor.at < end) {
            int token = cursor.next();
            int literals = cursor.length(token >> 4);
            if (literals > end - cursor.at) {
                throw new IOException("literals beyond the end of their block");
            }
            out.literals(in, cursor.at, literals);
            cursor.at += literals;
            if (cursor.at == end) {
                return;
            }
            int distance = cursor.next() | cursor.next() << 8;
            if (distance > out.size() - start) {
                throw new IOException("a copy from before its block");
            }
            out.copy(distance, cursor.length(token & 15) + MIN_MATCH);
        }
    }

    /** Reads on within one block. */
    private static final class Cursor {
        private final byte[] in;
        private final int end;
        private int at;

        Cursor(byte[] in, int at, int end) {
            this.in = in;
            this.at = at;
            this.end = end;
        }

        int next() throws IOException {
            if (at >= end) {
                throw new IOException("a block that ends early");
            }
            return in[at++] & 0xff;
        }

        /** Four bits, and when they are all ones as many bytes more as it takes. */
        int length(int nibble) throws IOException {
            int length = nibble;
            if (nibble == 15) {
                int more;
                do {
                    more = next();
                    length += more;
                } while (more == 255);
            }
            return length;
        }
    }
}
