package dev.relogrid.web.run;

import dev.relogrid.matrix.run.Run;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param kind {@code check}, {@code recheck} or {@code boot}
 * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param object the object's SHA-256
 * @param archive digest of the archive's state it was asked for
 * @param engine version of the engine it was asked of
 * @param kernels what is booted, as queries or ids
 * @param node that is or was at it last
 * @param attempts how often it was begun
 * @param done kernels answered
 * @param total kernels to be answered, as far as that is known
 * @param error why it failed, a sentence
 * @param analysis id of the answer, once there is one
 */
record RunView(
        String id,
        String kind,
        String state,
        String object,
        String archive,
        String engine,
        List<String> kernels,
        int priority,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String node,
        int attempts,
        int done,
        int total,
        @Nullable String error,
        @Nullable String analysis) {
    static RunView of(Run run) {
        Long analysis = run.analysisId();
        return new RunView(
                run.id().toString(),
                run.kind().code(),
                run.state().code(),
                run.object(),
                run.archive(),
                run.engine(),
                run.kernels(),
                run.priority(),
                run.requestedBy(),
                run.createdAt(),
                run.startedAt(),
                run.endedAt(),
                run.node(),
                run.attempts(),
                run.done(),
                run.total(),
                run.error(),
                analysis == null ? null : analysis.toString());
    }
}
