package dev.relogrid.archive.query;

import dev.relogrid.archive.DistroLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a distribution line stands among the others of its distribution. */
final class LineNumber {
    /** More than any number that can be written. */
    private static final int ROLLING = 1_000_000_000;

    private LineNumber() {}

    /** Its number; a greater one than there are for a line without end; null when it has neither. */
    static @Nullable DottedNumber of(DistroLine line) {
        int rank = line.rollingRank();
        return rank > 0 ? new DottedNumber(List.of(ROLLING + rank)) : DottedNumber.of(line.name());
    }
}
