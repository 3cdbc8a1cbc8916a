package dev.relogrid.matrix.kernel;

import java.time.Instant;

/**
 * One state of the archive, as a row.
 *
 * @param digest over its catalog and what booted kernels said: 64 hexadecimal digits
 * @param takenAt when the service first saw it
 * @param kernels rows of its kernels, in the archive's order
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of numbers, never compared
public record Snapshot(long id, String digest, Instant takenAt, long[] kernels) {}
