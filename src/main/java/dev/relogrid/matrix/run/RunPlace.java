package dev.relogrid.matrix.run;

import java.time.Instant;
import java.util.UUID;

/** A run's place in a list of runs, by which the list goes on behind it. */
public record RunPlace(Instant createdAt, UUID id) {
    public static RunPlace of(Run run) {
        return new RunPlace(run.createdAt(), run.id());
    }
}
