package dev.relogrid.vm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The end of what a process prints, read as fast as it comes so that it never waits for us. However much it prints, we
 * keep no more than the last bytes.
 */
final class Console {
    private final byte[] ring;
    private final Thread reader;
    private long total;

    /** Starts reading; {@code keep} bytes are kept. */
    Console(InputStream in, int keep) {
        ring = new byte[keep];
        reader = new Thread(() -> drain(in), "guest console");
        reader.setDaemon(true);
        reader.start();
    }

    private void drain(InputStream in) {
        byte[] some = new byte[8192];
        try (in) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                keep(some, n);
            }
        } catch (IOException e) {
            // the process was ended while we read: what came is kept
        }
    }

    private synchronized void keep(byte[] some, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (total++ % ring.length)] = some[i];
        }
    }

    /** Waits for the end of the stream, which comes with the end of the process, but not for long. */
    void join() throws InterruptedException {
        reader.join(2000);
    }

    synchronized long total() {
        return total;
    }

    /** What is kept, one char per byte. */
    synchronized String text() {
        int kept = (int) Math.min(total, ring.length);
        byte[] out = new byte[kept];
        for (int i = 0; i < kept; i++) {
            out[i] = ring[(int) ((total - kept + i) % ring.length)];
        }
        return new String(out, StandardCharsets.ISO_8859_1);
    }
}
