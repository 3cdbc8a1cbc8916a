package dev.relogrid.archive.debian;

/**
 * What came of it.
 *
 * @param stored kernels that were fetched
 * @param had that were there before
 * @param failed that cannot be booted, or could not be had
 * @param bytes fetched
 */
public record ImageTotals(int stored, int had, int failed, long bytes) {}
