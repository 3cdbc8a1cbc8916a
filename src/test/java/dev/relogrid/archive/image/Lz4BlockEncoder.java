package dev.relogrid.archive.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Packs one lz4 block, greedily and quickly; commons-compress needs minutes for a kernel's BTF. */
final class Lz4BlockEncoder {
    private static final int MIN_MATCH = 4;
    /** The format wants the last match to begin this far before the end, at the latest. */
    private static final int LAST_MATCH = 12;
    /** And the last bytes to be literals. */
    private static final int LAST_LITERALS = 5;

    private final byte[] in;
    private final int[] seen = new int[1 << 14];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Lz4BlockEncoder(byte[] in) {
        this.in = in;
        Arrays.fill(seen, -1);
    }

    byte[] encode() {
        int literals = 0;
        int at = 0;
        while (at < in.length - LAST_MATCH) {
            int slot = (word(at) * 0x9e3779b1) >>> 18;
            int match = seen[slot];
            seen[slot] = at;
            if (match >= 0 && at - match < 1 << 16 && word(match) == word(at)) {
                int length = MIN_MATCH;
                while (at + length < in.length - LAST_LITERALS && in[match + length] == in[at + length]) {
                    length++;
                }
                sequence(literals, at, at - match, length - MIN_MATCH);
                at += length;
                literals = at;
            } else {
                at++;
            }
        }
        sequence(literals, in.length, 0, 0);
        return out.toByteArray();
    }

    private int word(int at) {
        return in[at] & 0xff | (in[at + 1] & 0xff) << 8 | (in[at + 2] & 0xff) << 16 | in[at + 3] << 24;
    }

    /** Literals, and a copy unless the distance is 0. */
    private void sequence(int from, int to, int distance, int length) {
        out.write(Math.min(15, to - from) << 4 | Math.min(15, length));
        more(to - from);
        out.write(in, from, to - from);
        if (distance > 0) {
            out.write(distance);
            out.write(distance >> 8);
            more(length);
        }
    }

    private void more(int length) {
        for (int left = length - 15; left >= 0; left -= 255) {
            out.write(Math.min(255, left));
        }
    }
}
