package dev.relogrid.matrix.run;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.matrix.kernel.ArchiveChanged;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.queue.Role;
import dev.relogrid.matrix.queue.Roles;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Notices that the archive is another one, and begins the re-checks; when a node starts too, as the engine may be new. */
@Component
final class ArchiveWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveWatch.class);

    private final KernelArchive archives;
    private final Rechecks rechecks;
    private final boolean wanted;
    private final long millis;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("archive-watch").daemon().factory());

    ArchiveWatch(KernelArchive archives, Rechecks rechecks, Roles roles, RunSettings settings) {
        this.archives = archives;
        this.rechecks = rechecks;
        this.wanted = roles.has(Role.MATRIX);
        this.millis = settings.recheck().toMillis();
    }

    /** Looking is enough: an archive that is another one says so, to {@link #changed}. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (wanted) {
            thread.execute(guarded(() -> rechecks.queue(archives.current().snapshot())));
            Future<?> _ =
                    thread.scheduleWithFixedDelay(guarded(archives::current), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    @EventListener
    void changed(ArchiveChanged event) {
        if (!thread.isShutdown()) {
            thread.execute(guarded(() -> rechecks.queue(event.now().snapshot())));
        }
    }

    private static Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (ArchiveProblem | DataAccessException e) {
                LOG.warn("re-checks are not queued now: {}", e.getMessage());
            }
        };
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
