package dev.relogrid.archive.query;

import java.util.List;

/**
 * The series that get fixes for years. From kernel.org's page "Active kernel releases" as it stood after the
 * maintainers prolonged three of them in February 2026, each with the end that was planned then:
 *
 * <pre>
 *   5.10  December 2026        6.6   December 2027
 *   5.15  December 2026        6.12  December 2028
 *   6.1   December 2027        6.18  December 2028
 * </pre>
 *
 * <p>No later series was longterm then, and those before 5.10 had ended. The table does not look at today's date: what
 * {@code lts} means changes with a version of this program only.
 */
final class Longterm {
    private static final List<DottedNumber> SERIES =
            List.of(series(5, 10), series(5, 15), series(6, 1), series(6, 6), series(6, 12), series(6, 18));

    private Longterm() {}

    static boolean has(DottedNumber version) {
        return SERIES.contains(version.series());
    }

    /** As people list them. */
    static String names() {
        return String.join(", ", SERIES.stream().map(DottedNumber::toString).toList());
    }

    private static DottedNumber series(int version, int patchlevel) {
        return new DottedNumber(List.of(version, patchlevel));
    }
}
