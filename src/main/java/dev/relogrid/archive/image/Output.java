package dev.relogrid.archive.image;

import java.io.IOException;
import java.util.Arrays;

/**
 * A growing output that back-references can copy from, for the two LZ77 formats no library here reads. A copy that
 * reaches before the start of the output is an {@code IOException}; one over the budget a {@code MalformedInput}.
 */
final class Output {
    private final Budget budget;
    private byte[] bytes = new byte[1 << 16];
    private int size;

    Output(Budget budget) {
        this.budget = budget;
    }

    int size() {
        return size;
    }

    /** Appends {@code len} bytes of {@code from} at {@code off}. */
    void literals(byte[] from, int off, int len) throws IOException {
        if (len < 0 || off < 0 || len > from.length - off) {
            throw new IOException("literals beyond the end of the data");
        }
        grow(len);
        System.arraycopy(from, off, bytes, size, len);
        size += len;
    }

    /** Appends {@code len} bytes from {@code distance} bytes back, which may be bytes this very copy writes. */
    void copy(int distance, int len) throws IOException {
        if (distance <= 0 || distance > size || len < 0) {
            throw new IOException("a copy from " + distance + " bytes back after " + size + " bytes");
        }
        grow(len);
        for (int i = 0; i < len; i++, size++) {
            bytes[size] = bytes[size - distance];
        }
    }

    private void grow(int by) {
        budget.spend(by);
        if (by > bytes.length - size) {
            // the budget ends at 1 GiB, so twice the size is still an array
            bytes = Arrays.copyOf(bytes, Math.max(size + by, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
