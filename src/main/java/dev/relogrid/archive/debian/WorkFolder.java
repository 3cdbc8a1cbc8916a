package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where indexes and packages lie: the indexes from one run to the next, a package as long as it is fetched and read. One
 * process at a time, by a lock that ends with it.
 */
final class WorkFolder implements AutoCloseable {
    /** What apt writes beside a package, and some for everybody else. */
    private static final long RESERVE = 64L << 20;

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws ArchiveProblem when another process works in it */
    static WorkFolder open(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("packages"));
        FileChannel lock =
                FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new WorkFolder(folder, lock);
            }
        } catch (OverlappingFileLockException e) {
            // this very process, in another thread: refused like any other
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        lock.close();
        throw new ArchiveProblem("another sync works in " + folder + ": wait for it, or give another --work");
    }

    /** For apt's state. */
    Path indexes() {
        return folder.resolve("apt");
    }

    Path place(PoolFile file) {
        return folder.resolve("packages").resolve(file.fileName());
    }

    /** Removes what a killed run left, but for packages that are still wanted: apt continues those. */
    void tidy(List<PlannedKernel> wanted) throws IOException {
        Set<Path> keep = wanted.stream()
                .flatMap(kernel -> kernel.files().stream())
                .map(this::place)
                .collect(Collectors.toSet());
        List<Path> lying;
        try (Stream<Path> files = Files.list(folder.resolve("packages"))) {
            lying = files.filter(file -> !keep.contains(file)).toList();
        }
        for (Path file : lying) {
            Files.delete(file);
        }
    }

    /** @throws ArchiveProblem when {@code file} does not fit on the disk any more */
    void makeSureItFits(PoolFile file) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < file.size() + RESERVE) {
            throw new ArchiveProblem("the disk of " + folder + " has " + (free >> 20) + " MB left, too few for "
                    + file.fileName() + " with " + (file.size() >> 20) + " MB: make room, or give another --work");
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
