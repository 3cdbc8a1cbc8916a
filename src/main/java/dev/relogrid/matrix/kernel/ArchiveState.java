package dev.relogrid.matrix.kernel;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.StoredKernel;
import java.util.List;

/**
 * The archive as it is open now.
 *
 * @param snapshot the row of this state
 * @param archive its files
 * @param kernels all of its kernels, in the order of {@link Snapshot#kernels}
 */
public record ArchiveState(Snapshot snapshot, Archive archive, List<StoredKernel> kernels) {}
