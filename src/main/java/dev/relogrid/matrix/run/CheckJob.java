package dev.relogrid.matrix.run;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.queue.Attempt;
import dev.relogrid.matrix.queue.Job;
import dev.relogrid.matrix.queue.JobSettings;
import dev.relogrid.matrix.queue.Queue;
import dev.relogrid.matrix.queue.Retries;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds an object against the archive: checks and re-checks. */
@Component
final class CheckJob implements Job {
    private final RunRows rows;
    private final RunLog log;
    private final Judging judging;
    private final JobSettings settings;

    CheckJob(RunRows rows, RunLog log, Judging judging, JobSettings settings) {
        this.rows = rows;
        this.log = log;
        this.judging = judging;
        this.settings = settings;
    }

    @Override
    public Queue queue() {
        return RunQueues.CHECKS;
    }

    @Override
    public int workers() {
        return settings.judges();
    }

    @Override
    public Retries retries() {
        return settings.ordinaryRetries();
    }

    @Override
    public boolean run(String id, Attempt attempt) {
        UUID run = UUID.fromString(id);
        Optional<Run> begun = rows.begin(run);
        if (begun.isEmpty()) {
            return true; // cancelled, or ended by a node that died before it could say so to the queue
        }
        try {
            judging.judge(begun.get());
        } catch (BadProfile | MalformedInput e) {
            // it would be the same next time
            boolean _ = log.end(run, Run.State.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            rows.giveBack(begun.get()); // it waits for its next try, and shows that
            throw e;
        }
        return true;
    }

    @Override
    public void gaveUp(String id, String reason) {
        boolean _ = log.end(UUID.fromString(id), Run.State.FAILED, reason);
    }
}
