package dev.relogrid.archive.debian;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.ArchiveWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Brings kernels of Debian into an archive: those the mirror has and the archive has not. */
public final class DebianSync {
    private final SyncRequest request;
    private final SyncListener listener;

    public DebianSync(SyncRequest request, SyncListener listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * Says what would be done. Fetches indexes, and leaves the archive alone.
     *
     * @throws ArchiveProblem when apt is not there, knows no mirror, or no suite could be read
     */
    public SyncTotals plan() throws IOException {
        long start = System.nanoTime();
        try (WorkFolder work = WorkFolder.open(request.work())) {
            Indexes indexes = new Indexes(request, work.indexes(), listener);
            SyncPlan plan = plan(indexes);
            return new SyncTotals(0, plan.had(), 0, 0, indexes.passedOver(), 0, since(start), indexes.missing());
        }
    }

    /**
     * Does it. A kernel is added as soon as it has been read, and the archive has it then whatever happens later; so
     * what is done again after an end half-way is only what was under way.
     *
     * @throws ArchiveProblem when apt is not there, knows no mirror, no suite could be read, another writer is at work,
     *     or the disk is full
     */
    public SyncTotals run() throws IOException {
        long start = System.nanoTime();
        try (WorkFolder work = WorkFolder.open(request.work());
                Writing writing = new Writing()) {
            if (Files.isDirectory(request.archive())) {
                writing.start(); // before minutes are spent on indexes: there may be another writer
            }
            Indexes indexes = new Indexes(request, work.indexes(), listener);
            SyncPlan plan = plan(indexes);
            work.tidy(plan.kernels());
            if (plan.kernels().isEmpty()) {
                return new SyncTotals(0, plan.had(), 0, 0, indexes.passedOver(), 0, since(start), indexes.missing());
            }
            var run = new SyncRun(work, writing.start(), listener);
            run.all(plan.kernels());
            return run.totals(plan.had(), indexes, since(start));
        }
    }

    private SyncPlan plan(Indexes indexes) throws IOException {
        var suites = indexes.read();
        SyncPlan plan = new Planner(request.modules(), Planner.entries(request.archive())).plan(suites);
        listener.planned(plan);
        return plan;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The archive's writer, once there is one. */
    private final class Writing implements AutoCloseable {
        private @Nullable ArchiveWriter writer;

        ArchiveWriter start() throws IOException {
            ArchiveWriter opened = writer;
            if (opened == null) {
                opened = ArchiveWriter.open(request.archive());
                writer = opened;
            }
            return opened;
        }

        @Override
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
