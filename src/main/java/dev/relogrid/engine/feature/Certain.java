package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;

/** What is true on every kernel: what none would ever take, or takes only as its loader has it. */
final class Certain extends NeedGroup {
    private final List<Obstacle> obstacles;

    Certain(List<Obstacle> obstacles) {
        this.obstacles = List.copyOf(obstacles);
    }

    @Override
    boolean isEmpty() {
        return obstacles.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        into.addAll(obstacles);
    }
}
