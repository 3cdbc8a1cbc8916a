package dev.relogrid.archive.debian;

import java.util.List;

/**
 * What has to be done to have every kernel that was asked for.
 *
 * @param kernels to be fetched, in the order of their ids
 * @param had how many of the mirror's kernels the archive has
 */
public record SyncPlan(List<PlannedKernel> kernels, int had) {
    public SyncPlan {
        kernels = List.copyOf(kernels);
    }

    /** How much has to be fetched in all. */
    public long bytes() {
        return kernels.stream().mapToLong(PlannedKernel::bytes).sum();
    }
}
