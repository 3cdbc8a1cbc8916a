package dev.relogrid.web.api;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.kernel.Snapshot;
import dev.relogrid.matrix.kernel.Snapshots;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the state of the archive, and the query for kernels, that a request means. */
@Component
public final class Archives {
    private static final int FEWEST_DIGITS = 8;

    private final KernelArchive archive;
    private final Snapshots snapshots;

    Archives(KernelArchive archive, Snapshots snapshots) {
        this.archive = archive;
        this.snapshots = snapshots;
    }

    /** The archive as it is now. */
    public ArchiveState now() {
        try {
            return archive.current();
        } catch (ArchiveProblem e) {
            throw new ApiException(ApiProblem.ARCHIVE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Reads the database only where a state is named. */
    Chosen choose(Asked asked) {
        KernelQuery query = query(asked.targets());
        ArchiveState now = now();
        String pin = asked.archive();
        if (pin.isEmpty()) {
            return new Chosen(now, now.snapshot(), Caching.ASK_AGAIN, query);
        }
        if (pin.matches("[0-9a-f]{" + FEWEST_DIGITS + ",64}")) {
            Snapshot snapshot = snapshots
                    .beginning(pin)
                    .orElseThrow(() -> unknown("no state of the archive, or more than one, begins with " + pin));
            return new Chosen(now, snapshot, Caching.FOR_EVER, query);
        }
        OffsetDateTime end = end(pin);
        Snapshot snapshot = snapshots
                .at(end)
                .orElseThrow(() -> unknown("this service has not seen the archive on " + pin + " or before"));
        boolean past = end.toInstant().isBefore(Instant.now());
        return new Chosen(now, snapshot, past ? Caching.FOR_EVER : Caching.ASK_AGAIN, query);
    }

    /** Null for all kernels. */
    static @Nullable KernelQuery query(String targets) {
        return targets.isEmpty() ? null : KernelQuery.parse(targets);
    }

    private static ApiException unknown(String sentence) {
        return new ApiException(ApiProblem.NOT_FOUND, sentence);
    }

    /** A day lasts until its end, in UTC. */
    private static OffsetDateTime end(String pin) {
        try {
            return pin.indexOf('T') < 0
                    ? LocalDate.parse(pin).plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(pin);
        } catch (DateTimeParseException e) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST,
                    "archive is a day (2026-11-20), a time (2026-11-20T10:00:00Z) or at least " + FEWEST_DIGITS
                            + " digits of a digest, not '" + pin + "'");
        }
    }
}
