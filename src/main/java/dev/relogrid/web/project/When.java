package dev.relogrid.web.project;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The time a question is about.
 *
 * @param time the last moment that counts
 * @param today its day, in UTC
 * @param isPast whether somebody asked about another time than now
 */
record When(Instant time, LocalDate today, boolean isPast) {

    /** A day, which lasts until its end, or a time; now when empty. */
    static When of(String at) {
        Instant now = Instant.now();
        if (at.isEmpty()) {
            return new When(now, LocalDate.ofInstant(now, ZoneOffset.UTC), false);
        }
        try {
            Instant time = at.indexOf('T') < 0
                    ? LocalDate.parse(at)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusMillis(1)
                    : OffsetDateTime.parse(at).toInstant();
            return time.isAfter(now) ? of("") : new When(time, LocalDate.ofInstant(time, ZoneOffset.UTC), true);
        } catch (DateTimeException e) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST,
                    "at is a day (2026-11-20) or a time (2026-11-20T10:00:00Z), not '" + at + "'");
        }
    }
}
