package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * How many bytes unpacking one file may still produce, over all its layers. Real kernels unpack to 4–10 times their
 * size (a sparse module up to 20 times); a bomb to a thousand times and more.
 */
final class Budget {
    private static final long FLOOR = 64L << 20;
    private static final long CEILING = 1L << 30;
    private static final int TIMES_INPUT = 32;

    private final String name;
    private final long total;
    private long left;

    /** A budget for a file of {@code inputLength} bytes that errors call {@code name}. */
    Budget(String name, long inputLength) {
        this.name = name;
        this.total = Math.min(CEILING, Math.max(FLOOR, inputLength * TIMES_INPUT));
        this.left = total;
    }

    /** Everything {@code in} yields, unless that is more than is left. */
    byte[] drain(InputStream in) throws IOException {
        byte[] out = in.readNBytes((int) left + 1);
        spend(out.length);
        return out;
    }

    /** Takes {@code bytes} off what is left. */
    void spend(long bytes) {
        if (bytes > left) {
            left = 0;
            throw new MalformedInput(
                    name, 0, "a file that unpacks to at most " + total + " bytes", "one that unpacks to more");
        }
        left -= bytes;
    }

    /** Whether nothing more may be unpacked. */
    boolean isSpent() {
        return left == 0;
    }

    /** {@code len} bytes at {@code off} as a stream. */
    static ByteArrayInputStream stream(byte[] data, int off, int len) {
        return new ByteArrayInputStream(data, off, len);
    }
}
