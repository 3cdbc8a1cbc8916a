package dev.relogrid.vm;

import java.nio.file.Path;
import java.util.List;

/**
 * What was found among kept evidence.
 *
 * @param found by path of the file, so that the order is the same every time
 * @param damaged files that were passed over
 */
public record EvidenceListing(List<Evidence> found, List<Damaged> damaged) {
    /** A file that is not what it should be, and why, in one sentence. */
    public record Damaged(Path file, String why) {}
}
