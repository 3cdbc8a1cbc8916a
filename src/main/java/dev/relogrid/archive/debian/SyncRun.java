package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Fetches, reads and adds kernels. One is fetched at a time, while as many are read as there are processors, and one is
 * written: so on disk there are never more than the packages of those being read and of the next one.
 */
final class SyncRun {
    /** A kernel unpacked, with its modules' BTF, and what the decompressor needs. */
    private static final long MEMORY_PER_KERNEL = 512L << 20;

    private static final int MOST_READERS = 4;

    private final WorkFolder work;
    private final ArchiveWriter writer;
    private final SyncListener listener;
    private final Semaphore fetching = new Semaphore(1, true);
    private final Semaphore reading = new Semaphore(readers(), true);
    private int added;
    private int incomplete;
    private int failed;
    private long bytes;
    private @Nullable Throwable end;

    SyncRun(WorkFolder work, ArchiveWriter writer, SyncListener listener) {
        this.work = work;
        this.writer = writer;
        this.listener = listener;
    }

    private static int readers() {
        Runtime machine = Runtime.getRuntime();
        long fit = machine.maxMemory() / MEMORY_PER_KERNEL;
        return Math.clamp(Math.min(machine.availableProcessors(), fit), 1, MOST_READERS);
    }

    /** @throws ArchiveProblem when it makes no sense to go on, as with a full disk */
    void all(List<PlannedKernel> kernels) throws IOException {
        try (ExecutorService pool = Executors.newFixedThreadPool(reading.availablePermits() + 1)) {
            kernels.forEach(kernel -> pool.execute(() -> one(kernel)));
        }
        switch (end()) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    synchronized SyncTotals totals(int had, Indexes indexes, Duration time) {
        boolean missing = indexes.missing() || failed > 0 || incomplete > 0;
        return new SyncTotals(added, had, incomplete, failed, indexes.passedOver(), bytes, time, missing);
    }

    private void one(PlannedKernel kernel) {
        List<Path> files = new ArrayList<>();
        try {
            if (end() == null) {
                fetchAll(kernel, files);
                NewKernel read = read(kernel, files);
                remove(files);
                added(kernel, store(kernel, read));
            }
        } catch (KernelFailed e) {
            failed(kernel, e.why());
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            end(e);
        } finally {
            removeAtLast(files);
        }
    }

    private void fetchAll(PlannedKernel kernel, List<Path> files)
            throws IOException, InterruptedException, KernelFailed {
        fetching.acquire();
        try {
            fetching(kernel);
            for (PoolFile file : kernel.files()) {
                fetch(kernel, file, files);
            }
        } finally {
            fetching.release();
        }
    }

    /** Without its image there is no kernel; without another part there is one that has less. */
    private void fetch(PlannedKernel kernel, PoolFile file, List<Path> files) throws IOException, KernelFailed {
        work.makeSureItFits(file);
        Path to = work.place(file);
        Apt.Outcome outcome = kernel.root().fetch(file, to);
        if (!outcome.failed()) {
            files.add(to);
            fetched(kernel, file.size());
        } else if (files.isEmpty()) {
            throw new KernelFailed(outcome.why());
        } else {
            incomplete(kernel, "without " + file.name() + ": " + outcome.why());
        }
    }

    private NewKernel read(PlannedKernel kernel, List<Path> files)
            throws IOException, InterruptedException, KernelFailed {
        reading.acquire();
        try {
            return kernel.read(files);
        } catch (MalformedInput | ArchiveProblem e) {
            throw new KernelFailed(String.valueOf(e.getMessage()));
        } finally {
            reading.release();
        }
    }

    private CatalogEntry store(PlannedKernel kernel, NewKernel read) throws IOException, KernelFailed {
        synchronized (writer) {
            try {
                return writer.add(read, true);
            } catch (MalformedInput | ArchiveProblem e) {
                throw new KernelFailed(kernel.version() + " cannot be added: " + e.getMessage());
            }
        }
    }

    private static void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private void removeAtLast(List<Path> files) {
        try {
            remove(files);
        } catch (IOException e) {
            end(e);
        }
    }

    private synchronized @Nullable Throwable end() {
        return end;
    }

    /** Nothing new is begun after this; of several causes the first is told. */
    private synchronized void end(Throwable why) {
        if (end == null) {
            end = why;
        }
    }

    private synchronized void fetching(PlannedKernel kernel) {
        listener.fetching(kernel);
    }

    private synchronized void fetched(PlannedKernel kernel, long size) {
        bytes += size;
        listener.fetched(kernel, size);
    }

    private synchronized void added(PlannedKernel kernel, CatalogEntry entry) {
        added++;
        listener.added(kernel, entry);
    }

    private synchronized void incomplete(PlannedKernel kernel, String why) {
        incomplete++;
        listener.incomplete(kernel, why);
    }

    private synchronized void failed(PlannedKernel kernel, String why) {
        failed++;
        listener.failed(kernel, why);
    }
}
