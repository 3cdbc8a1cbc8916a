package dev.relogrid.matrix.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One write somebody asked for.
 *
 * @param actor who: {@code token 12 (ci)}, {@code user ada}, {@code anonymous}
 * @param action the method, such as {@code PUT}
 * @param target the path, without its query
 * @param outcome the HTTP status it was answered with
 * @param address where it came from
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String target,
        String outcome,
        @Nullable String address) {}
