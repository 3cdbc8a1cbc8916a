package dev.relogrid.embedded;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Exactly so many of the bytes that follow in an archive; an end before them is an error. */
final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long size) {
        super(in);
        left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
        if (left == 0) {
            return -1;
        }
        int got = super.read(to, off, (int) Math.min(len, left));
        if (got < 0) {
            throw new EOFException();
        }
        left -= got;
        return got;
    }

    /** What is left of them. */
    void skipRest() throws IOException {
        in.skipNBytes(left);
        left = 0;
    }

    @Override
    public void close() {
        // the archive goes on
    }
}
