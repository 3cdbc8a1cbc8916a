package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analysis;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of runs, for the database and for followers at once. */
@Component
final class RunLog {
    private final RunRows rows;
    private final RunEvents events;
    private final TransactionTemplate transaction;
    private final MeterRegistry metrics;

    RunLog(RunRows rows, RunEvents events, TransactionTemplate transaction, MeterRegistry metrics) {
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** What else is written with a step of a run. */
    interface Step {
        void write(RunEvents events);
    }

    /** Goes one step on; false, and nothing is written, when the attempt no longer counts. */
    boolean step(Run attempt, int done, int total, Step more) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!rows.progress(attempt, done, total)) {
                return false;
            }
            more.write(events);
            events.progress(attempt.id(), done, total);
            return true;
        }));
    }

    /** Ends it well; false, and nothing is written, when the attempt no longer counts. */
    boolean done(Run attempt, @Nullable Long analysisId, int total, Step more) {
        boolean ended = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!rows.progress(attempt, total, total)) {
                return false;
            }
            more.write(events);
            events.progress(attempt.id(), total, total);
            rows.end(attempt, Run.State.DONE, analysisId, null);
            events.done(attempt.id(), Run.State.DONE, analysisId, null);
            return true;
        }));
        return counted(ended, Run.State.DONE);
    }

    /** Writes down a run that is over before anybody could follow it. */
    Run doneAtOnce(RunRequest request, Analysis analysis) {
        Run run = Objects.requireNonNull(transaction.execute(_ -> {
            Run done = rows.insertDone(request, analysis);
            events.done(done.id(), done.state(), analysis.id(), null);
            return done;
        }));
        boolean _ = counted(true, run.state());
        return run;
    }

    /** Ends it, whoever is at it; false when it has ended before. */
    boolean end(UUID id, Run.State state, @Nullable String error) {
        boolean ended = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!rows.endAnyway(id, state, error)) {
                return false;
            }
            events.done(id, state, null, error);
            return true;
        }));
        return counted(ended, state);
    }

    private boolean counted(boolean ended, Run.State state) {
        if (ended) {
            metrics.counter("relogrid.runs.ended", "state", state.code()).increment();
        }
        return ended;
    }
}
