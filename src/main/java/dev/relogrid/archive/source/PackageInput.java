package dev.relogrid.archive.source;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read from front to back and holds others: knows where the reader is, for errors, and how much may
 * still be unpacked out of it.
 */
final class PackageInput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Kernel packages unpack to 1–6 times their size; a bomb to a thousand times and more. */
    private static final int TIMES_INPUT = 64;

    private static final long FLOOR = 256L << 20;
    private static final long CEILING = 8L << 30;

    private final String name;
    private final Counted counted;
    private final InputStream in;
    private final long total;
    private long left;
    private String member = "";

    private PackageInput(String name, long size, InputStream file) {
        this.name = name;
        this.counted = new Counted(file);
        this.in = new BufferedInputStream(counted, BUFFER);
        this.total = Math.min(CEILING, Math.max(FLOOR, size * TIMES_INPUT));
        this.left = total;
    }

    static PackageInput open(Path file) throws IOException {
        return new PackageInput(file.getFileName().toString(), Files.size(file), Files.newInputStream(file));
    }

    /** The file's name, without its folder. */
    String name() {
        return name;
    }

    /** Its bytes; can be marked. */
    InputStream stream() {
        return in;
    }

    /** What is being read now, for errors: {@code data.tar.xz, ./boot/vmlinuz}. */
    void enter(String path) {
        member = path;
    }

    String member() {
        return member;
    }

    /** What is unpacked from it counts against what may be. */
    InputStream unpacked(InputStream unpacker) {
        return new Capped(unpacker);
    }

    private void spend(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw malformed("a package that unpacks to at most " + total + " bytes", "one that unpacks to more");
        }
    }

    /** Damage where the reader is. */
    MalformedInput malformed(String expected, String found) {
        return new MalformedInput(member.isEmpty() ? name : name + ", " + member, counted.read, expected, found);
    }

    /** What {@code problem} met while reading says about the file; a problem of the disk is thrown as it is. */
    MalformedInput malformed(Exception problem) throws IOException {
        if (counted.failure != null) {
            throw counted.failure;
        }
        if (problem instanceof MalformedInput known) {
            return known;
        }
        if (problem instanceof EOFException || counted.atEnd) {
            return malformed("more of it", "the end of the file");
        }
        String why = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        return malformed("an intact package", "a damaged one (" + why + ")");
    }

    /** Relative, without {@code ./} in front; a path that leads out of the archive is refused. */
    String checked(String path) {
        String plain = path.startsWith("./") ? path.substring(2) : path;
        if (plain.startsWith("/") || Arrays.asList(plain.split("/")).contains("..")) {
            throw malformed("paths that stay inside", "'" + path + "'");
        }
        return plain;
    }

    /** Its one read of a file of at most {@code limit} bytes. */
    byte[] all(InputStream content, int limit) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw malformed("a file of at most " + limit + " bytes", "a larger one");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Counts what has been read of the file, and keeps what went wrong with the disk apart from what is in the file. */
    private static final class Counted extends FilterInputStream {
        private long read;
        private boolean atEnd;
        private @Nullable IOException failure;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int off, int len) throws IOException {
            try {
                int got = super.read(to, off, len);
                atEnd = got < 0;
                read += Math.max(0, got);
                return got;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public long skip(long n) throws IOException {
            try {
                long skipped = super.skip(n);
                read += skipped;
                return skipped;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    private final class Capped extends FilterInputStream {
        Capped(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int got = super.read();
            spend(got < 0 ? 0 : 1);
            return got;
        }

        @Override
        public int read(byte[] to, int off, int len) throws IOException {
            int got = super.read(to, off, len);
            spend(Math.max(0, got));
            return got;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            spend(skipped);
            return skipped;
        }
    }
}
