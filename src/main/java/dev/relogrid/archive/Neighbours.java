package dev.relogrid.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds for kernels that were never booted those that answer for them: of the same distribution, line and architecture,
 * first of the same flavour, then of any; else of another architecture, the same line and flavour. Of several the one
 * whose version is closest, then the older.
 */
final class Neighbours {
    /** Three of the version, and as many of the release as Debian's have. */
    private static final int COMPARED = 9;

    /** Those that were asked, by distribution and line. */
    private final Map<String, List<Asked>> lines = new HashMap<>();

    /** @param version the numbers of its version, then of its release, the most significant first */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Asked(CatalogEntry entry, int number, NeighbourKey key, long[] version) {}

    private final Measurements measurements;

    /** @param entries the kernels of an archive, of which some were asked */
    Neighbours(Measurements measurements, List<CatalogEntry> entries) {
        this.measurements = measurements;
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < measurements.kernels().size(); i++) {
            numbers.put(measurements.kernels().get(i).id(), i);
        }
        for (CatalogEntry entry : entries) {
            Integer number = numbers.get(entry.id().toString());
            if (number != null) {
                NeighbourKey key = NeighbourKey.of(entry.id());
                lines.computeIfAbsent(key.line(), line -> new ArrayList<>())
                        .add(new Asked(entry, number, key, version(entry)));
            }
        }
    }

    /** Null when nobody answers for it. */
    @Nullable
    MeasurementSource of(CatalogEntry entry) {
        int own = measurements.indexOf(entry.id().toString());
        if (own >= 0) {
            return new MeasurementSource(own, null, false);
        }
        NeighbourKey key = NeighbourKey.of(entry.id());
        List<Asked> line = lines.get(key.line());
        if (line == null) {
            return null;
        }
        long[] version = version(entry);
        Asked best = null;
        for (Asked asked : line) {
            if (rank(key, asked) > 0 && (best == null || isCloser(asked, best, key, version))) {
                best = asked;
            }
        }
        return best == null
                ? null
                : new MeasurementSource(best.number, best.entry.id().toString(), rank(key, best) == 1);
    }

    /** 0 when it does not answer, else greater for who answers better. */
    private static int rank(NeighbourKey key, Asked asked) {
        boolean flavour = key.flavour().equals(asked.key.flavour());
        return key.arch().equals(asked.key.arch()) ? (flavour ? 3 : 2) : flavour ? 1 : 0;
    }

    /** Whether it answers better than the best so far. Those that were asked come in the order of their ids. */
    private static boolean isCloser(Asked asked, Asked best, NeighbourKey key, long[] version) {
        int byRank = Integer.compare(rank(key, asked), rank(key, best));
        if (byRank != 0) {
            return byRank > 0;
        }
        for (int i = 0; i < version.length; i++) {
            int byDistance =
                    Long.compare(Math.abs(asked.version[i] - version[i]), Math.abs(best.version[i] - version[i]));
            if (byDistance != 0) {
                return byDistance < 0;
            }
            int byAge = Long.compare(asked.version[i], best.version[i]);
            if (byAge != 0) {
                return byAge < 0;
            }
        }
        return false;
    }

    /** The numbers of what it tells its version by, and of its release: where it stands still, that of the build counts. */
    private static long[] version(CatalogEntry entry) {
        String told = ToldVersion.of(entry);
        String release = entry.id().release();
        long[] numbers = new long[COMPARED];
        read(told == null ? release : told, numbers, 0, 3);
        read(release, numbers, 3, COMPARED);
        return numbers;
    }

    /** Numbers of up to nine digits, in order. */
    private static void read(String text, long[] into, int from, int to) {
        int next = from;
        for (int at = 0; at < text.length() && next < to; at++) {
            int digits = 0;
            for (; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
                into[next] = digits++ < 9 ? into[next] * 10 + text.charAt(at) - '0' : into[next];
            }
            next += digits > 0 ? 1 : 0;
        }
    }
}
