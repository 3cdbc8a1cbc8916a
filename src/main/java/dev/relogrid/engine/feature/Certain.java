package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;

/** What no kernel would ever take. */
final class Certain extends NeedGroup {
    private final List<Obstacle> obstacles;

    Certain(List<Obstacle> obstacles) {
        this.obstacles = List.copyOf(obstacles);
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        into.addAll(obstacles);
    }
}
