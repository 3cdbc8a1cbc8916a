package dev.relogrid.engine.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A relocation that did not end well on a kernel.
 *
 * @param relocation its number in the object
 * @param status {@link RelocationResult.Status#ERROR} or {@link RelocationResult.Status#POISONED}
 * @param fatal whether it is certain to keep the object, or its program, from loading
 * @param cause a clause: what the kernel lacks, or why libbpf refuses
 */
public record Finding(int relocation, RelocationResult.Status status, boolean fatal, String cause) {

    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding finding
                && relocation == finding.relocation
                && status == finding.status
                && fatal == finding.fatal
                && cause.equals(finding.cause);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * relocation + status.ordinal()) + cause.hashCode();
    }
}
