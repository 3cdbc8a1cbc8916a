package dev.relogrid.matrix.event;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook.
 *
 * @param attempts how often it was tried since it began to wait
 * @param lastStatus the HTTP status of the last answer, null when there was none
 * @param lastError why the last attempt failed, a sentence; null when none did
 */
public record Delivery(
        long id,
        long eventId,
        State state,
        int attempts,
        Instant changedAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {
    /** What has become of it. */
    public enum State {
        /** It is to be tried, or tried again. */
        WAITING,
        /** The webhook has answered with a status from 200 to 299. */
        DELIVERED,
        /** It was tried as often as it is. */
        DEAD;

        /** As it is written in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
