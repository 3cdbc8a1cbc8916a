package dev.relogrid.matrix.run;

import dev.relogrid.matrix.kernel.KernelArchive;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks for work. */
@Service
public final class Runs {
    private final Desk desk;
    private final Queueing queueing;
    private final KernelArchive archives;
    private final RunBook book;

    Runs(Desk desk, Queueing queueing, KernelArchive archives, RunBook book) {
        this.desk = desk;
        this.queueing = queueing;
        this.archives = archives;
        this.book = book;
    }

    /** Queues it. */
    public Run request(RunRequest request) {
        return queueing.add(request, archives.current().snapshot().id()).orElseThrow();
    }

    /**
     * Judges at once when that is quick, else queues it. An answer that is there already is given at once, and a check that
     * is queued or running is joined.
     *
     * @param request a check
     * @throws dev.relogrid.matrix.analysis.BadProfile when the object cannot be loaded as the profile says
     */
    public Submitted checkOrQueue(RunRequest request) {
        return desk.checkOrQueue(request, archives.current());
    }

    /** Calls it off, queued or running; empty when there is no such run. One that has ended stays as it is. */
    public Optional<Run> cancel(UUID id) {
        return book.cancel(id, queueing);
    }

    public Optional<Run> find(UUID id) {
        return book.find(id);
    }

    /** By its id, which must be there. */
    public Run get(UUID id) {
        return book.find(id).orElseThrow();
    }

    /** The newest first; {@code after} is the place of the last one seen, null to begin. */
    public List<Run> list(RunFilter filter, @Nullable RunPlace after, int limit) {
        return book.list(filter, after, limit);
    }

    /** What happened in it after the event of that number, 0 to begin; in order. */
    public List<RunEvent> events(UUID id, int afterSeq, int limit) {
        return book.events(id, afterSeq, limit);
    }
}
