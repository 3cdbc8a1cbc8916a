package dev.relogrid.archive;

import dev.relogrid.archive.Measurements.Row;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.kernel.Measured;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an archive's kernels said when they were asked, read when somebody first wants to know. A damaged file is as good
 * as none, a damaged line as one that is not there: {@link #problem} says so. May be shared by threads.
 */
final class MeasurementAccess {
    private final Path dir;
    private final Supplier<List<CatalogEntry>> entries;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private @Nullable Opened opened;

    /** @param problem a sentence when the file could not be read; null when all is well */
    private record Opened(
            Measurements measurements,
            Neighbours neighbours,
            @Nullable String problem) {}

    /**
     * @param dir the archive's folder
     * @param entries its kernels, not asked for before they are needed
     */
    MeasurementAccess(Path dir, Supplier<List<CatalogEntry>> entries) {
        this.dir = dir;
        this.entries = entries;
    }

    private synchronized Opened open() {
        Opened known = opened;
        if (known == null) {
            known = read();
            opened = known;
        }
        return known;
    }

    private Opened read() {
        try {
            Measurements read = Measurements.read(dir);
            return new Opened(read, new Neighbours(read, read.kernels().isEmpty() ? List.of() : entries.get()), null);
        } catch (MalformedInput | ArchiveProblem e) {
            return new Opened(
                    Measurements.NONE, new Neighbours(Measurements.NONE, List.of()), String.valueOf(e.getMessage()));
        }
    }

    Measurements measurements() {
        return open().measurements;
    }

    /** Who answers for a kernel; null when nobody does. */
    @Nullable
    MeasurementSource source(CatalogEntry entry) {
        return open().neighbours.of(entry);
    }

    /** A sentence when anything in the file is not as it should be, every line looked at; null when all is well. */
    @Nullable
    String problem() {
        Opened known = open();
        if (known.problem != null) {
            return known.problem;
        }
        try {
            known.measurements.all();
            return null;
        } catch (MalformedInput e) {
            return e.getMessage();
        }
    }

    /** What was said under a fact; none where a line is damaged, so that all kernels are without it alike. */
    List<Row> rows(String fact) {
        Measurements from = measurements();
        synchronized (rows) {
            List<Row> known = rows.get(fact);
            if (known == null) {
                known = read(from, fact);
                rows.put(fact, known);
            }
            return known;
        }
    }

    private static List<Row> read(Measurements from, String fact) {
        try {
            return from.rows(fact);
        } catch (MalformedInput e) {
            return List.of();
        }
    }

    /** What is known of one kernel; null when nobody answers for it. */
    @Nullable
    Measured of(CatalogEntry entry) {
        MeasurementSource source = source(entry);
        return source == null ? null : new OfKernel(this, source);
    }

    private record OfKernel(MeasurementAccess access, MeasurementSource source) implements Measured {
        @Override
        public @Nullable String value(String fact) {
            if (source.answers(fact)) {
                for (Row row : access.rows(fact)) {
                    if (row.kernels().get(source.kernel())) {
                        return row.value();
                    }
                }
            }
            return null;
        }

        @Override
        public String where() {
            return source.where();
        }
    }
}
