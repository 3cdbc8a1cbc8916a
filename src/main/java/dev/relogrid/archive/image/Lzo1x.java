package dev.relogrid.archive.image;

import java.io.IOException;

/**
 * One block of LZO1X, the only method lzop uses: instructions whose meaning depends on how many literals the one before
 * them copied. Rules: the kernel's Documentation/staging/lzo.rst (bitstream version 0).
 */
final class Lzo1x {
    /** Instead of a number of literals 0–3: the last instruction was a run of at least four. */
    private static final int AFTER_RUN = 4;

    private final byte[] in;
    private final int end;
    private final Output out;
    private final int start;
    private int at;
    private int state;

    private Lzo1x(byte[] in, int from, int end, Output out) {
        this.in = in;
        this.at = from;
        this.end = end;
        this.out = out;
        this.start = out.size();
    }

    /** Appends to {@code out} what {@code in} holds from {@code from} to before {@code end}. */
    static void unpack(byte[] in, int from, int end, Output out) throws IOException {
        new Lzo1x(in, from, end, out).run();
    }

    private void run() throws IOException {
        int first = next();
        if (first <= 17) {
            at--; // an instruction like any other
        } else {
            literals(first - 17);
            state = Math.min(first - 17, AFTER_RUN);
        }
        boolean more = true;
        while (more) {
            more = step(next());
        }
    }

    /** One instruction; false at the end marker. */
    private boolean step(int op) throws IOException {
        if (op >= 64) {
            int length = op >= 128 ? 5 + (op >> 5 & 3) : 3 + (op >> 5 & 1);
            copy((next() << 3) + (op >> 2 & 7) + 1, length, op);
        } else if (op >= 32) {
            int length = 2 + length(op & 31, 31);
            int low = next();
            copy((low >> 2) + (next() << 6) + 1, length, low);
        } else if (op >= 16) {
            int length = 2 + length(op & 7, 7);
            int low = next();
            int distance = 16384 + ((op & 8) << 11) + (low >> 2) + (next() << 6);
            if (distance == 16384) {
                return false;
            }
            copy(distance, length, low);
        } else if (state == 0) {
            literals(3 + length(op, 15));
            state = AFTER_RUN;
        } else {
            boolean run = state == AFTER_RUN;
            copy((next() << 2) + (op >> 2) + (run ? 2049 : 1), run ? 3 : 2, op);
        }
        return true;
    }

    /** A length of zero goes on in the next bytes: each zero byte adds 255, the first other one ends it. */
    private int length(int bits, int base) throws IOException {
        if (bits != 0) {
            return bits;
        }
        int length = base;
        int more = next();
        while (more == 0) {
            length += 255;
            more = next();
        }
        return length + more;
    }

    /** The copy, and the 0–3 literals that the lowest bits of {@code tail} ask for after it. */
    private void copy(int distance, int length, int tail) throws IOException {
        if (distance > out.size() - start) {
            throw new IOException("a copy from before its block");
        }
        out.copy(distance, length);
        state = tail & 3;
        literals(state);
    }

    private void literals(int count) throws IOException {
        if (count > end - at) {
            throw new IOException("literals beyond the end of their block");
        }
        out.literals(in, at, count);
        at += count;
    }

    private int next() throws IOException {
        if (at >= end) {
            throw new IOException("a block that ends early");
        }
        return in[at++] & 0xff;
    }
}
