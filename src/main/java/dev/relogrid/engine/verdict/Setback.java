package dev.relogrid.engine.verdict;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import org.jspecify.annotations.Nullable;

/**
 * A relocation that did not end well, or not as meant, with what a verdict is made of. Refers to nothing of the kernel, and
 * says nothing that is true of one kernel alone, such as ids of its types: kernels with the same setbacks have the same
 * verdict.
 *
 * @param relocation the relocation
 * @param status {@link Status#ERROR} or {@link Status#POISONED}, or {@link Status#OK} for one to be warned of
 * @param obstacle what it is in the way of
 */
record Setback(RelocationRecord relocation, Status status, Obstacle obstacle) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Setback setback
                && relocation.number() == setback.relocation.number()
                && status == setback.status
                && obstacle.equals(setback.obstacle);
    }

    @Override
    public int hashCode() {
        return 31 * relocation.number() + obstacle.hashCode();
    }
}
