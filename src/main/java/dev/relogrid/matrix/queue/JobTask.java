package dev.relogrid.matrix.queue;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Objects;

/** A job as db-scheduler sees it: what becomes of it when it ends, fails, or its node dies. */
record JobTask(Job job, DatabaseClock clock) {
    private static final String DIED = "the node that was at it died";

    Task<Void> task() {
        return Tasks.custom(Queues.TASK, Void.class)
                .onFailure(this::failed)
                .onDeadExecution(this::died)
                .execute(this::run);
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        Attempt attempt =
                new Attempt(context.getExecution().consecutiveFailures, context.getSchedulerState()::isShuttingDown);
        try {
            if (job.run(instance.getId(), attempt)) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
        } catch (RuntimeException e) {
            if (!attempt.stopping().getAsBoolean()) {
                throw e;
            }
        } catch (Exception e) {
            throw new IllegalStateException(sentence(e), e);
        }
        // the flag would keep this thread from writing the job back
        boolean _ = Thread.interrupted();
        return (complete, operations) -> operations.reschedule(complete, clock.now());
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        String reason = complete.getCause().map(JobTask::sentence).orElse("nobody knows why");
        again(complete, operations, reason, job.retries().after(failures));
    }

    private void died(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        again(complete, operations, DIED, Duration.ZERO);
    }

    private void again(
            ExecutionComplete complete, ExecutionOperations<Void> operations, String reason, Duration delay) {
        if (complete.getExecution().consecutiveFailures + 1 > job.retries().most()) {
            job.gaveUp(complete.getExecution().taskInstance.getId(), reason);
            operations.remove();
        } else {
            operations.reschedule(complete, clock.now().plus(delay));
        }
    }

    private static String sentence(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }
}
