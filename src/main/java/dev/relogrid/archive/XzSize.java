package dev.relogrid.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** How large some bytes are as an xz file of the usual preset: what an archive of single files would take. */
final class XzSize {
    private XzSize() {}

    static int of(byte[] raw) {
        var counter = new Counter();
        try (var xz = new XZOutputStream(counter, new LZMA2Options())) {
            xz.write(raw);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written anywhere", e);
        }
        return counter.count;
    }

    private static final class Counter extends OutputStream {
        int count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int off, int len) {
            count += len;
        }
    }
}
