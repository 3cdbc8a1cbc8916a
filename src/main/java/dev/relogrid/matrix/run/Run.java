package dev.relogrid.matrix.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on one object.
 *
 * @param object the object's SHA-256
 * @param snapshotId the state of the archive it was asked for
 * @param archive that state's digest
 * @param engine the version of the engine it was asked of
 * @param kernels which kernels to boot, as queries or ids; empty when nothing is booted
 * @param priority the greater comes first
 * @param requestedBy whoever asked, a name for people
 * @param node that is or was at it last
 * @param attempts how often it was begun
 * @param done kernels answered
 * @param total kernels to be answered, as far as that is known
 * @param error why it failed, a sentence
 * @param analysisId the answer, once there is one
 */
public record Run(
        UUID id,
        Kind kind,
        State state,
        long objectId,
        String object,
        long snapshotId,
        String archive,
        long profileId,
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
        @Nullable Long analysisId) {

    /** What is done. */
    public enum Kind {
        /** The object is held against the archive. */
        CHECK,
        /** The same because the archive or the engine is another one; what changed is made known. */
        RECHECK,
        /** Kernels are booted with it. */
        BOOT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How far it is. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Nothing happens to it any more. */
        public boolean isEnd() {
            return this != QUEUED && this != RUNNING;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
