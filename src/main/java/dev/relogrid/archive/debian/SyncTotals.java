package dev.relogrid.archive.debian;

import java.time.Duration;

/**
 * What came of it.
 *
 * @param added kernels, those replaced by a newer version of the same name included
 * @param had kernels that the archive had before
 * @param incomplete of those added, how many lack a part that could not be fetched
 * @param failed kernels that could not be added
 * @param passedOver suites, or single architectures of them, that could not be read
 * @param bytes fetched
 * @param missing whether something could not be read that was asked for by name, or a kernel failed
 */
public record SyncTotals(
        int added, int had, int incomplete, int failed, int passedOver, long bytes, Duration time, boolean missing) {}
