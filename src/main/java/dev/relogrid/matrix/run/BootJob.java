package dev.relogrid.matrix.run;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.matrix.queue.Attempt;
import dev.relogrid.matrix.queue.Job;
import dev.relogrid.matrix.queue.JobSettings;
import dev.relogrid.matrix.queue.Queue;
import dev.relogrid.matrix.queue.Retries;
import dev.relogrid.vm.BootProblem;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/** Boots kernels with an object. */
@Component
final class BootJob implements Job {
    private final RunRows rows;
    private final RunLog log;
    private final Booting booting;
    private final JobSettings settings;

    BootJob(RunRows rows, RunLog log, Booting booting, JobSettings settings) {
        this.rows = rows;
        this.log = log;
        this.booting = booting;
        this.settings = settings;
    }

    @Override
    public Queue queue() {
        return RunQueues.BOOTS;
    }

    @Override
    public int workers() {
        return settings.boots();
    }

    @Override
    public Retries retries() {
        return settings.ordinaryRetries();
    }

    @Override
    public boolean run(String id, Attempt attempt) throws IOException {
        UUID run = UUID.fromString(id);
        Optional<Run> begun = rows.begin(run);
        if (begun.isEmpty()) {
            return true;
        }
        boolean over = false;
        try {
            over = booting.boot(begun.get(), attempt);
        } catch (BootProblem | ArchiveProblem | MalformedInput e) {
            // it would be the same next time
            over = true;
            boolean _ = log.end(run, Run.State.FAILED, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            if (!attempt.stopping().getAsBoolean()) {
                throw e;
            }
            boolean _ = Thread.interrupted(); // it would keep this thread from writing
        }
        if (!over) {
            rows.giveBack(begun.get());
        }
        return over;
    }

    @Override
    public void gaveUp(String id, String reason) {
        boolean _ = log.end(UUID.fromString(id), Run.State.FAILED, reason);
    }
}
