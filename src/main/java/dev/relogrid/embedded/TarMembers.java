package dev.relogrid.embedded;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** The plain files of a tar. Links, devices and folders are passed over. */
final class TarMembers {
    /** Between two files there are headers and perhaps a long name, which the library keeps in memory. */
    private static final long HEADERS = 1 << 20;

    private TarMembers() {}

    static void read(InputStream packed, Members members) throws IOException {
        Window in = new Window(packed);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8")) {
            for (TarArchiveEntry entry = next(tar, in); entry != null; entry = next(tar, in)) {
                if (!isPlain(entry)) {
                    continue;
                }
                if (tar.canReadEntryData(entry)) {
                    members.member(entry.getName(), tar);
                } else {
                    members.unreadable(entry.getName(), "expected a plain file, found a sparse one of an unknown kind");
                }
                skipRest(tar);
            }
        }
    }

    /** The library would do it together with the next header, of which only so much may be read. */
    private static void skipRest(TarArchiveInputStream tar) throws IOException {
        byte[] skipped = new byte[1 << 16];
        try {
            while (tar.read(skipped, 0, skipped.length) >= 0) {}
        } catch (RuntimeException e) {
            throw Trouble.damage(e);
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Window in) throws IOException {
        in.left = HEADERS;
        try {
            return tar.getNextEntry();
        } catch (RuntimeException e) {
            throw Trouble.damage(e);
        } finally {
            in.left = Long.MAX_VALUE;
        }
    }

    /** Not {@code isFile()}, which is true of links too. */
    private static boolean isPlain(TarArchiveEntry entry) {
        byte flag = entry.getLinkFlag();
        boolean plain = flag == TarConstants.LF_NORMAL
                || flag == TarConstants.LF_OLDNORM
                || flag == TarConstants.LF_CONTIG
                || flag == TarConstants.LF_GNUTYPE_SPARSE;
        return plain && !entry.isDirectory();
    }

    /** Lets only so much through at a time. */
    private static final class Window extends FilterInputStream {
        private long left = HEADERS;

        Window(InputStream in) {
            super(in);
        }

        private void pass(long bytes) {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw new MalformedInput("tar header", 0, "headers of at most " + HEADERS + " bytes", "larger ones");
            }
        }

        @Override
        public int read() throws IOException {
            int got = super.read();
            pass(got < 0 ? 0 : 1);
            return got;
        }

        @Override
        public int read(byte[] to, int off, int len) throws IOException {
            int got = super.read(to, off, len);
            pass(got);
            return got;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            pass(skipped);
            return skipped;
        }
    }
}
