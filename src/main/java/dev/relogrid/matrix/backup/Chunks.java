package dev.relogrid.matrix.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Cuts a stream of unknown length into entries of a tar file, which must know theirs. */
final class Chunks extends OutputStream {
    private static final int SIZE = 4 << 20;

    private final BackupFile into;
    private final String prefix;
    private final byte[] buffer = new byte[SIZE];
    private int filled;
    private int written;

    Chunks(BackupFile into, String prefix) {
        this.into = into;
        this.prefix = prefix;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, SIZE - filled);
            System.arraycopy(bytes, from + done, buffer, filled, part);
            filled += part;
            done += part;
            if (filled == SIZE) {
                cut();
            }
        }
    }

    private void cut() throws IOException {
        byte[] full = new byte[filled];
        System.arraycopy(buffer, 0, full, 0, filled);
        into.add(prefix + "%06d".formatted(written), full);
        written++;
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (filled > 0) {
            cut();
        }
    }
}
