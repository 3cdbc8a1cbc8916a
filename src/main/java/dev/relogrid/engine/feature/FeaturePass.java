package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an object's needs against a kernel. Says what is missing, in whatever program, loaded or not: whether it matters
 * is another question. A kernel without types has nothing to be asked about; whoever asks reports that.
 */
public final class FeaturePass {
    private FeaturePass() {}

    /** What stands in the way of all needs, group by group. */
    public static List<Obstacle> run(Needs needs, Kernel kernel) {
        List<Obstacle> found = new ArrayList<>();
        for (NeedGroup group : needs.groups()) {
            group.check(kernel, found);
        }
        return found;
    }

    /** What stands in the way of one group of needs. */
    public static List<Obstacle> run(NeedGroup group, Kernel kernel) {
        List<Obstacle> found = new ArrayList<>();
        group.check(kernel, found);
        return found;
    }
}
