package dev.relogrid.matrix.kernel;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ArchiveLocation;
import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.ArchiveWriter;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelHealth;
import dev.relogrid.archive.NewKernel;
import dev.relogrid.archive.source.ImportOptions;
import dev.relogrid.archive.source.KernelSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The archive the service judges on: a folder of its own, into which the kernels that come with the program are taken over
 * at start. Whoever else adds to it, on this node or another that shares the folder, is noticed within seconds.
 */
@Service
public class KernelArchive {
    private static final Logger LOG = LoggerFactory.getLogger(KernelArchive.class);
    private static final long LONGEST_TURN_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long WAIT_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path dir;
    private final Snapshots snapshots;
    private final ApplicationEventPublisher events;
    private volatile @Nullable ArchiveState state;
    private volatile long lookedAt;

    /**
     * @param data the service's folder; the archive is in {@code archive} there
     * @param archive another folder to use as it is, without taking anything over; empty for none
     * @param shipped the archive that comes with the program; empty for the one beside the launcher
     */
    public KernelArchive(
            @Value("${relogrid.data}") Path data,
            @Value("${relogrid.archive:}") String archive,
            @Value("${relogrid.shipped:}") String shipped,
            Snapshots snapshots,
            ApplicationEventPublisher events)
            throws IOException {
        this.snapshots = snapshots;
        this.events = events;
        this.dir = archive.isEmpty() ? data.resolve("archive") : Path.of(archive);
        if (archive.isEmpty()) {
            Path from = ArchiveLocation.of(shipped.isEmpty() ? null : Path.of(shipped));
            takeOver(from);
        }
    }

    /** Nodes that share a folder and start together take turns; for the later ones there is nothing left to do. */
    private void takeOver(Path from) throws IOException {
        long until = System.nanoTime() + LONGEST_TURN_NANOS;
        while (true) {
            try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
                writer.takeOver(from);
                return;
            } catch (ArchiveProblem e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    /** The archive as it is now. */
    public ArchiveState current() {
        ArchiveState known = state;
        if (known != null && System.nanoTime() - lookedAt < LOOK_AGAIN_NANOS) {
            return known;
        }
        return reload();
    }

    /**
     * Opens the archive anew when its files are others than those that are open, and tells whoever listens.
     *
     * @throws ArchiveProblem when there is none or it cannot be read
     */
    public ArchiveState reload() {
        ArchiveState before;
        ArchiveState now;
        synchronized (this) {
            before = state;
            String digest = Archive.digest(dir);
            lookedAt = System.nanoTime();
            if (before != null && before.snapshot().digest().equals(digest)) {
                return before;
            }
            Archive archive = Archive.open(dir);
            archive.damagedPacks().forEach(problem -> LOG.error("kernels are left out: {}", problem));
            now = new ArchiveState(snapshots.of(digest, archive), archive, archive.kernels());
            state = now;
            LOG.info("the archive has {} kernels (snapshot {})", now.kernels().size(), digest.substring(0, 12));
        }
        events.publishEvent(new ArchiveChanged(now));
        return now;
    }

    /**
     * Adds the kernels of packages, captures or trees ({@link KernelSources} says what these are), and opens the archive
     * anew. All are read before the first is written.
     *
     * @return the rows of those added
     * @throws dev.relogrid.engine.bytes.MalformedInput when a file is damaged
     * @throws ArchiveProblem when a kernel cannot be named, or another one has its name
     */
    public List<CatalogEntry> add(List<Path> files, ImportOptions options) {
        List<NewKernel> kernels = new ArrayList<>();
        List<CatalogEntry> added = new ArrayList<>();
        try {
            KernelSources.read(files, options, new KernelSources.Sink() {
                @Override
                public void add(NewKernel kernel) {
                    kernels.add(KernelHealth.check(kernel));
                }

                @Override
                public void leftOut(Path file, String why) {
                    throw new ArchiveProblem(file.getFileName() + ": " + why);
                }
            });
            try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
                for (NewKernel kernel : kernels) {
                    added.add(writer.add(kernel, false));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reload();
        return added;
    }

    /** The folder. */
    public Path dir() {
        return dir;
    }
}
