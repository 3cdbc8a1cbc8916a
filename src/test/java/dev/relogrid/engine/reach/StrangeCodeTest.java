package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Code no verifier takes ends its path and is told of; nothing is thrown. */
final class StrangeCodeTest {
    record Case(String strange, List<Asm.Line> lines) {
        @Override
        public String toString() {
            return strange;
        }
    }

    static final List<Case> CASES = List.of(
            new Case("instruction 0 of 'main' leads out of its function", List.of(mov(0, 0))),
            new Case("instruction 0 of 'main' leads out of its function", List.of(raw(0x05, 0, 0, 100, 0), exit())),
            new Case("instruction 0 of 'main' leads out of its function", List.of(raw(0x05, 0, 0, -100, 0), exit())),
            new Case(
                    "instruction 0 of 'main' leads out of its function",
                    List.of(raw(0x06, 0, 0, 0, 0x8000_0000), exit())),
            new Case("instruction 0 of 'main' is none the verifier knows", List.of(raw(0xff, 1, 0, 0, 0))),
            new Case("instruction 0 of 'main' is none the verifier knows", List.of(raw(0x00, 1, 0, 0, 0))),
            new Case("instruction 0 of 'main' is none the verifier knows", List.of(raw(0x18, 1, 0, 0, 0))),
            new Case("instruction 0 of 'main' is none the verifier knows", List.of(raw(0x8d, 1, 0, 0, 0))),
            new Case("instruction 0 of 'main' names a register it may not", List.of(raw(0xb7, 11, 0, 0, 0))),
            new Case("instruction 0 of 'main' names a register it may not", List.of(raw(0xbf, 1, 15, 0, 0))),
            new Case("instruction 0 of 'main' names a register it may not", List.of(mov(10, 0))),
            new Case("instruction 0 of 'main' calls what is no function", List.of(raw(0x85, 0, 1, 0, 100))));

    @ParameterizedTest
    @FieldSource("CASES")
    void endsItsPath(Case c) {
        Reached reached = new Scene().main(c.lines.toArray(Asm.Line[]::new)).explore();
        assertEquals(c.strange, reached.strange());
        assertNull(reached.why());
    }

    @Test
    void aBranchOutOfTheFunctionLeavesTheOtherWay() {
        Scene scene = new Scene().main(load(8, 1, 1, 0), raw(0x15, 1, 0, 500, 0), label("on"), mov(0, 0), exit());
        assertEquals(Visit.VISITED, scene.at("on"));
        assertEquals(
                "instruction 1 of 'main' leads out of its function",
                scene.explore().strange());
    }

    @Test
    void fallingIntoTheNextFunctionIsNotFollowed() {
        Scene scene = new Scene()
                .main(call("f"), mov(0, 0), exit())
                .staticFunction("f", mov(0, 0))
                .staticFunction("g", label("next"), exit());
        assertEquals(Visit.NEVER, scene.at("next"));
    }

    @Test
    void anIndirectJumpEndsAll() {
        Scene scene = new Scene().main(raw(0x0d, 1, 0, 0, 0), label("anywhere"), exit());
        assertEquals("there is an indirect jump", scene.explore().why());
        assertEquals(Visit.MAYBE, scene.at("anywhere"));
    }

    @Test
    void packetLoadsOfOldGoOn() {
        Scene scene = new Scene().main(mov(6, 1), raw(0x20, 0, 0, 0, 14), label("on"), exit());
        assertEquals(Visit.VISITED, scene.at("on"));
    }

    @Test
    void furtherArgumentsAreGoneThrough() {
        Scene scene = new Scene()
                .main(
                        mov(6, 1),
                        store(8, 10, -8, 6),
                        store(8, 11, -8, 10),
                        call(5),
                        load(8, 1, 10, -8),
                        jump(JEQ, 1, 0, "changed"),
                        exit(),
                        label("changed"),
                        load(8, 1, 11, 8),
                        label("on"),
                        exit());
        assertEquals(Visit.VISITED, scene.at("changed"));
        assertEquals(Visit.VISITED, scene.at("on"));
    }

    @Test
    void longJumpsAreFollowed() {
        Scene scene = new Scene().main(raw(0x06, 0, 0, 0, 1), label("over"), mov(0, 0), label("to"), exit());
        assertEquals(Visit.NEVER, scene.at("over"));
        assertEquals(Visit.VISITED, scene.at("to"));
    }

    @Test
    void placesThatAreNotInTheProgramAreNeverVisited() {
        Scene scene = new Scene().main(mov(0, 0), exit()).staticFunction("alone", label("inside"), exit());
        assertEquals(Visit.NEVER, scene.at("inside"));
        assertEquals(Visit.NEVER, scene.explore().visit(scene.program("main"), 2));
        assertEquals(Visit.NEVER, scene.explore().visit(scene.program("main"), -1));
        assertEquals(List.of(), scene.explore().pathTo(scene.program("main"), 7));
        assertEquals(List.of(), scene.keptFrom("inside"));
    }
}
