package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;

/**
 * Some of an object's needs that a kernel is asked about together: they look at the same things of it, so that kernels
 * which agree on these have the same answer.
 */
public abstract class NeedGroup {
    NeedGroup() {}

    /** Asks the kernel and tells what stands in the way, in the object's order. */
    abstract void check(Kernel kernel, List<Obstacle> into);

    /** Whether there is nothing to ask. */
    boolean isEmpty() {
        return false;
    }
}
