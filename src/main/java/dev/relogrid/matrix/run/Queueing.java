package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.queue.Queues;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts runs into queues, and takes them out. */
@Component
final class Queueing {
    private final RunRows rows;
    private final Queues queues;
    private final TransactionTemplate transaction;

    Queueing(RunRows rows, Queues queues, TransactionTemplate transaction) {
        this.rows = rows;
        this.queues = queues;
        this.transaction = transaction;
    }

    /** The run and its place in the queue are there together or not at all; empty for a recheck that there is already. */
    Optional<Run> add(RunRequest request, long snapshotId) {
        return transaction.execute(_ -> {
            Optional<Run> run = rows.insert(request, snapshotId, EngineVersion.text());
            run.ifPresent(queued ->
                    queues.add(RunQueues.of(queued.kind()), queued.id().toString(), queued.priority(), Duration.ZERO));
            return run;
        });
    }

    /** Nobody begins with it any more, unless somebody has. */
    void remove(Run run) {
        boolean _ = queues.remove(RunQueues.of(run.kind()), run.id().toString());
    }
}
