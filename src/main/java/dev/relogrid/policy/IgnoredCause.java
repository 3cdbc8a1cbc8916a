package dev.relogrid.policy;

import dev.relogrid.report.Report;
import java.util.List;

/**
 * A cause that is there and is accepted.
 *
 * @param cause index into {@link Report#causes}
 * @param by the entry that accepts it
 * @param kernels ids of all kernels where that is so, in the archive's order
 */
public record IgnoredCause(int cause, Ignore by, List<String> kernels) {}
