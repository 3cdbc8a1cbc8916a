package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time works on a data folder. The system gives the lock back however its holder ends, so it tells a
 * living holder from a dead one, which PostgreSQL's own file does not.
 */
final class FolderLock implements AutoCloseable {
    private final RandomAccessFile opened;

    private FolderLock(RandomAccessFile opened) {
        this.opened = opened;
    }

    /** @throws FolderInUse where another process holds it */
    static FolderLock take(Path file, Path folder) {
        try {
            RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
            if (tryLock(opened) == null) {
                opened.close();
                throw new FolderInUse(holder(file), folder);
            }
            opened.setLength(0);
            opened.writeBytes(ProcessHandle.current().pid() + "\n");
            return new FolderLock(opened);
        } catch (IOException e) {
            throw new DatabaseProblem("cannot lock the data folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Null also where this very process holds the lock already. */
    private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "unknown" : pid;
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
