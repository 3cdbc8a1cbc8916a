package dev.relogrid.archive.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** The plain files of a tar, compressed or not. Links, devices and folders are passed over. */
final class TarMembers {
    /** Between two files there are a header and perhaps a long name, no more. */
    private static final long HEADERS = 1 << 20;

    private TarMembers() {}

    /**
     * Reads to the very end, so that damage behind the last file is noticed too; unless {@code members} want no more:
     * what is behind the last file they wanted is not even unpacked then.
     *
     * @param packed can be marked
     */
    static void read(PackageInput file, InputStream packed, Members members) throws IOException {
        String outer = file.member();
        var in = new Window(file, file.unpacked(Unpacker.unpack(packed)));
        // of an exact block size, or it reads on behind the end of the archive
        try (var tar = new TarArchiveInputStream(in)) {
            while (members.wantsMore()) {
                TarArchiveEntry entry = next(tar, in);
                if (entry == null) {
                    in.open(Long.MAX_VALUE);
                    in.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                file.enter(outer.isEmpty() ? entry.getName() : outer + ", " + entry.getName());
                one(file, tar, entry, members);
                file.enter(outer);
            }
        }
    }

    private static void one(PackageInput file, TarArchiveInputStream tar, TarArchiveEntry entry, Members members)
            throws IOException {
        String path = file.checked(entry.getName());
        if (isPlain(entry)) {
            members.file(path, tar);
        }
        if (members.wantsMore()) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Window in) throws IOException {
        in.open(HEADERS);
        TarArchiveEntry entry = tar.getNextEntry();
        in.open(Long.MAX_VALUE);
        return entry;
    }

    /** Not {@code isFile()}, which is true of links too. */
    private static boolean isPlain(TarArchiveEntry entry) {
        byte flag = entry.getLinkFlag();
        return !entry.isDirectory() && (flag == TarConstants.LF_NORMAL || flag == TarConstants.LF_OLDNORM);
    }

    /** Lets only so much through: a "long name" of a gigabyte would be kept in memory. */
    private static final class Window extends FilterInputStream {
        private final PackageInput file;
        private long left;

        Window(PackageInput file, InputStream in) {
            super(in);
            this.file = file;
        }

        void open(long bytes) {
            left = bytes;
        }

        private void pass(long bytes) {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw file.malformed("headers of at most " + HEADERS + " bytes", "larger ones");
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
