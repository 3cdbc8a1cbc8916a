package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose bytes are counted, that remembers whether it failed, and cannot be closed by who reads it: the archive
 * goes on behind a member. Whatever a library throws on damaged bytes is an {@link IOException} here.
 */
final class Metered extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 1 << 16;

    private final Meter meter;
    private final boolean outermost;
    private long left;
    private boolean failed;
    private boolean ended;

    private Metered(InputStream in, Meter meter, boolean outermost) {
        super(in);
        this.meter = meter;
        this.outermost = outermost;
        this.left = outermost ? Long.MAX_VALUE : meter.limits().largestMember();
    }

    /** The file itself. */
    static Metered file(InputStream in, Meter meter) {
        return new Metered(in, meter, true);
    }

    /** Something inside it. */
    static Metered inside(InputStream in, Meter meter) {
        return new Metered(in, meter, false);
    }

    /** Whether it is this stream that is damaged, and not what somebody made of its bytes. */
    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
        int got = readUncounted(to, off, len);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    private int readUncounted(byte[] to, int off, int len) throws IOException {
        try {
            int got = super.read(to, off, len);
            ended = got < 0;
            return got;
        } catch (IOException e) {
            failed = true;
            throw e;
        } catch (RuntimeException e) {
            failed = true;
            throw Trouble.damage(e);
        }
    }

    private void count(int bytes) {
        if (outermost) {
            meter.read(bytes);
            return;
        }
        meter.unpacked(bytes);
        left -= bytes;
        if (left < 0) {
            throw new MalformedInput(
                    "contents",
                    meter.limits().largestMember(),
                    "at most " + meter.limits().largestMember() + " bytes",
                    "more");
        }
    }

    /** By reading: a file's own {@code skip} goes past its end without a word. */
    @Override
    public long skip(long bytes) throws IOException {
        byte[] skipped = new byte[(int) Math.max(0, Math.min(bytes, SKIPPED_AT_ONCE))];
        long done = 0;
        while (done < bytes) {
            int got = read(skipped, 0, (int) Math.min(skipped.length, bytes - done));
            if (got < 0) {
                break;
            }
            done += got;
        }
        return done;
    }

    /** Not zero before the end: to a gzip reader that would mean that no further part follows. */
    @Override
    public int available() throws IOException {
        return ended ? 0 : Math.max(1, super.available());
    }

    @Override
    public void close() {
        // whoever opened what is below closes it
    }
}
