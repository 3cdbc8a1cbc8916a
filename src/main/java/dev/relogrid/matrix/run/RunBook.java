package dev.relogrid.matrix.run;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs as those see them who follow them. */
@Component
record RunBook(RunRows rows, RunEvents events, RunLog log) {
    Optional<Run> cancel(UUID id, Queueing queueing) {
        if (log.end(id, Run.State.CANCELLED, null)) {
            rows.find(id).ifPresent(queueing::remove);
        }
        return rows.find(id);
    }

    Optional<Run> find(UUID id) {
        return rows.find(id);
    }

    List<Run> list(RunFilter filter, @Nullable RunPlace after, int limit) {
        return rows.list(filter, after, limit);
    }

    List<RunEvent> events(UUID id, int afterSeq, int limit) {
        return events.after(id, afterSeq, limit);
    }
}
