package dev.relogrid.engine.reach;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.object.Program;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a random program really goes, it was said that it may. */
final class MachineTest {
    private static final List<Rules> RULES = List.of(Rules.of(5, 10, 0), Rules.of(6, 1, 176), Rules.of(7, 2, 0));
    private static final List<Bounds> BOUNDS = List.of(Bounds.DEFAULT, new Bounds(50_000, 2), new Bounds(100, 64));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whereAProgramGoesIsNeverCalledUnreachable(int seed) {
        Random random = new Random(seed);
        int unreachable = 0;
        for (int i = 0; i < 150; i++) {
            Scene scene = RandomScene.of(random);
            Reachability reachability = new Reachability(scene.object());
            Program main = scene.program("main");
            String program = "seed " + seed + ", program " + i;
            for (int variant = 0; variant < RULES.size(); variant++) {
                Reached reached = reachability.explore(
                        main,
                        scene,
                        new Conditions(RULES.get(variant), false, BOUNDS.get((variant + i) % BOUNDS.size())));
                Machine.Watcher watcher = (function, insn) -> assertNotEquals(
                        Visit.NEVER, reached.visit(function, insn), () -> program + ", instruction " + insn);
                for (int run = 0; run < 8; run++) {
                    new Machine(scene, watcher).run(run < 4 ? run - 1 : random.nextLong(), 3_000);
                }
                for (int insn = 0; insn < main.insnCount(); insn++) {
                    unreachable += reached.visit(main, insn) == Visit.NEVER ? 1 : 0;
                }
            }
        }
        assertTrue(unreachable > 600, "so little is called unreachable that this says nothing");
    }
}
