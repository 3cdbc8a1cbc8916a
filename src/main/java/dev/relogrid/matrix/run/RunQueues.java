package dev.relogrid.matrix.run;

import dev.relogrid.matrix.queue.Queue;
import dev.relogrid.matrix.queue.Role;

/** Where runs wait. */
final class RunQueues {
    static final Queue CHECKS = new Queue("scheduled_checks", Role.MATRIX);
    static final Queue BOOTS = new Queue("scheduled_boots", Role.VM);

    private RunQueues() {}

    static Queue of(Run.Kind kind) {
        return kind == Run.Kind.BOOT ? BOOTS : CHECKS;
    }
}
