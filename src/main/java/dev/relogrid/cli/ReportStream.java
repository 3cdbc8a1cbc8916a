package dev.relogrid.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Ends the program's work as soon as nobody can read it: {@code PrintStream} alone would carry on in silence. */
final class ReportStream extends FilterOutputStream {
    ReportStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] data, int off, int len) {
        try {
            out.write(data, off, len);
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }
}
