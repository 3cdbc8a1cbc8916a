package dev.relogrid.engine.reach;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows less comes to no less: on random programs that compute with options, read-only data and the stack. */
final class MonotoneTest {
    /** Nothing is forgotten because there was too much of it. */
    private static final Bounds EXACT = new Bounds(2_000, 1_000_000);

    /** The same with one option's value not known. */
    private record Without(Scene scene, String name) implements Loaded {
        @Override
        public Insn insn(Program function, int index) {
            return scene.insn(function, index);
        }

        @Override
        public boolean isOpaque(Program function, int index) {
            return false;
        }

        @Override
        public boolean isRelocated(Program function, int index) {
            return false;
        }

        @Override
        public byte @Nullable [] kconfig(Extern extern) {
            return extern.name().equals(name) ? null : scene.kconfig(extern);
        }

        @Override
        public Presence ksym(Extern extern) {
            return Presence.UNKNOWN;
        }

        @Override
        public Map<String, byte[]> presets() {
            return Map.of();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void lessKnowledgeReachesNoLess(int seed) {
        Random random = new Random(seed);
        int explored = 0;
        for (int i = 0; i < 150; i++) {
            Scene scene = RandomScene.of(random);
            Conditions strong = new Conditions(Rules.of(7, 2, 0), false, EXACT);
            Reachability reachability = new Reachability(scene.object());
            Reached most = reachability.explore(scene.program("main"), scene, strong);
            if (most.exceeded()) {
                continue; // may be anything
            }
            explored++;
            List<Reached> weaker = List.of(
                    reachability.explore(scene.program("main"), new Without(scene, "A"), strong),
                    reachability.explore(scene.program("main"), new Without(scene, "B"), strong),
                    reachability.explore(
                            scene.program("main"), scene, new Conditions(Rules.of(7, 2, 0), true, Bounds.DEFAULT)),
                    reachability.explore(
                            scene.program("main"), scene, new Conditions(Rules.of(5, 10, 0), false, Bounds.DEFAULT)),
                    reachability.explore(
                            scene.program("main"),
                            scene,
                            new Conditions(Rules.of(7, 2, 0), false, new Bounds(4_000, 2))));
            for (Program function : scene.object().programs()) {
                for (int insn = 0; insn < function.insnCount(); insn++) {
                    for (Reached less : weaker) {
                        assertTrue(
                                most.visit(function, insn) == Visit.NEVER || less.visit(function, insn) != Visit.NEVER,
                                "seed " + seed + ", program " + i + ", instruction " + insn + " of " + function.name()
                                        + " where less is known in way " + weaker.indexOf(less));
                    }
                }
            }
        }
        assertTrue(explored > 90, "only " + explored + " of them ended");
    }
}
