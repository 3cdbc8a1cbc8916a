package dev.relogrid.archive.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.tukaani.xz.SingleXZInputStream;

/** One or several .xz streams after another, and anything else behind them. */
final class XzStreams {
    /** Kernels use dictionaries of up to 128 MiB; the decoder needs a little more than the dictionary. */
    static final int MEMORY_KIB = 130 << 10;

    private XzStreams() {}

    static byte[] unpack(ByteArrayInputStream in, Budget budget) throws IOException {
        byte[] first = budget.drain(new SingleXZInputStream(in, MEMORY_KIB));
        if (!anotherFollows(in)) {
            return first;
        }
        var all = new ByteArrayOutputStream(first.length * 2);
        all.write(first);
        while (anotherFollows(in)) {
            all.write(budget.drain(new SingleXZInputStream(in, MEMORY_KIB)));
        }
        return all.toByteArray();
    }

    /** Leaves {@code in} where it is. */
    private static boolean anotherFollows(ByteArrayInputStream in) throws IOException {
        in.mark(0);
        byte[] next = in.readNBytes(Compression.XZ.magic().length);
        in.reset();
        return Compression.XZ.beginsAt(next, 0);
    }
}
