package dev.relogrid.web.run;

import dev.relogrid.matrix.run.Run;
import dev.relogrid.matrix.run.RunPlace;
import dev.relogrid.web.api.Paging;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list of runs as a cursor. */
final class RunCursor {
    private RunCursor() {}

    static String after(Run run) {
        return Paging.after(run.createdAt() + " " + run.id());
    }

    static @Nullable RunPlace read(Paging paging) {
        return paging.key().map(RunCursor::place).orElse(null);
    }

    private static RunPlace place(String key) {
        String[] parts = key.split(" ", -1);
        try {
            if (parts.length == 2) {
                return new RunPlace(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Paging.unknown();
        }
        throw Paging.unknown();
    }
}
