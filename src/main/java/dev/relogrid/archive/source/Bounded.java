package dev.relogrid.archive.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Exactly so many bytes: an end before them is an error, and so is no end. Can be marked when {@code in} can. */
final class Bounded extends FilterInputStream {
    private long left;
    private long leftAtMark;

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

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(Math.min(n, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }

    @Override
    public synchronized void mark(int limit) {
        super.mark(limit);
        leftAtMark = left;
    }

    @Override
    public synchronized void reset() throws IOException {
        super.reset();
        left = leftAtMark;
    }

    @Override
    public void close() {
        // the archive goes on behind this member
    }
}
