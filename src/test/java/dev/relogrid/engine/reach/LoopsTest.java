package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Paths are kept apart as long as that is possible, and it always ends. */
final class LoopsTest {

    @Test
    void pathsThatMeetAreNotThrownTogether() {
        Scene scene = new Scene()
                .main(
                        load(8, 6, 1, 0),
                        mov(7, 1),
                        mov(8, 1),
                        jump(JEQ, 6, 0, "join"),
                        mov(7, 0),
                        mov(8, 0),
                        label("join"),
                        jumpOf(JEQ, 7, 8, "out"),
                        label("dead"),
                        mov(0, 1),
                        label("out"),
                        exit());
        assertEquals(Visit.NEVER, scene.at("dead"));
    }

    @Test
    void aPathThatKnowsNoLessEnds() {
        Scene scene = new Scene()
                .main(
                        load(8, 6, 1, 0),
                        jump(JEQ, 6, 0, "join"),
                        jump(JEQ, 6, 1, "join"),
                        jump(JEQ, 6, 2, "join"),
                        label("join"),
                        mov(0, 0),
                        exit());
        assertEquals(6, scene.explore().steps());
    }

    @Test
    void whatIsNotReadAnyMoreKeepsNoPathsApart() {
        Scene scene = new Scene()
                .main(
                        load(8, 6, 1, 0),
                        mov(7, 0),
                        jump(JEQ, 6, 0, "join"),
                        mov(7, 1),
                        label("join"),
                        mov(0, 0),
                        exit());
        assertEquals(6, scene.explore().steps());
    }

    private static Scene counting(int rounds) {
        return new Scene()
                .main(
                        mov(6, 0),
                        label("again"),
                        alu(ADD, 6, 1),
                        jump(JLT, 6, rounds, "again"),
                        label("behind"),
                        jump(JEQ, 6, rounds, "out"),
                        label("wrong"),
                        mov(0, 1),
                        label("out"),
                        mov(0, 0),
                        exit());
    }

    @Test
    void aCountedLoopIsGoneRoundAsOftenAsItGoes() {
        Scene scene = counting(40);
        assertEquals(Visit.VISITED, scene.at("behind"));
        assertEquals(Visit.NEVER, scene.at("wrong"));
    }

    @Test
    void aLongLoopEndsWithItsCounterForgotten() {
        Scene scene = counting(100_000_000);
        assertEquals(Visit.VISITED, scene.at("behind"));
        assertTrue(scene.explore().steps() < 1000);
        assertNull(scene.explore().why());
    }

    @Test
    void whatDependsOnAForgottenRelocationIsNotSure() {
        Scene scene = counting(100_000_000).relocated("again");
        assertEquals(Visit.MAYBE, scene.at("behind"));
        assertFalse(scene.explore().exceeded());
    }

    @Test
    void anEndlessLoopEnds() {
        Scene scene = new Scene().main(mov(6, 0), label("again"), alu(ADD, 6, 1), go("again"));
        assertNull(scene.explore().why());
    }

    @Test
    void pastItsBoundNothingIsSaidToBeUnreachable() {
        Scene scene = counting(40).bounds(30, 64);
        assertEquals(Visit.MAYBE, scene.at("wrong"));
        assertEquals(Visit.VISITED, scene.at("again"));
        assertEquals("more than 30 instructions were looked at", scene.explore().why());
    }

    @Test
    void numbersThatChangeFromRoundToRoundOfAnIteratorAreForgotten() {
        Scene scene = new Scene()
                .kernelFunction("bpf_iter_num_next", Presence.PRESENT)
                .main(
                        mov(6, 0),
                        mov(7, 1),
                        label("again"),
                        mov(1, 0),
                        call("bpf_iter_num_next"),
                        jump(JEQ, 0, 0, "done"),
                        alu(ADD, 6, 1),
                        jump(JEQ, 7, 0, "dead"),
                        go("again"),
                        label("done"),
                        jump(JEQ, 6, 7_000, "many"),
                        exit(),
                        label("many"),
                        exit(),
                        label("dead"),
                        exit());
        assertEquals(Visit.VISITED, scene.at("many"));
        assertEquals(Visit.NEVER, scene.at("dead"));
    }

    @Test
    void aLoopOfMayGotoIsLeftAtAnyTime() {
        Scene scene = new Scene()
                .main(
                        mov(6, 0),
                        label("again"),
                        mayGo("out"),
                        alu(ADD, 6, 1),
                        jump(JEQ, 6, 9_000, "many"),
                        go("again"),
                        label("many"),
                        mov(0, 0),
                        label("out"),
                        mov(0, 0),
                        exit());
        assertEquals(Visit.VISITED, scene.at("many"));
        assertEquals(Visit.VISITED, scene.at("out"));
    }

    @Test
    void manyBranchesInARowAreNoManyPaths() {
        Asm.Line[] lines = new Asm.Line[4 * 60 + 3];
        lines[0] = load(8, 6, 1, 0);
        for (int i = 0; i < 60; i++) {
            lines[1 + 4 * i] = load(8, 7, 6, i);
            lines[2 + 4 * i] = jump(JEQ, 7, 0, "next" + i);
            lines[3 + 4 * i] = mov(8, i);
            lines[4 + 4 * i] = label("next" + i);
        }
        lines[241] = mov(0, 0);
        lines[242] = exit();
        assertTrue(new Scene().main(lines).explore().steps() < 300);
    }

    @Test
    void manyPathsThatDifferEnd() {
        Asm.Line[] lines = new Asm.Line[4 * 60 + 4];
        lines[0] = load(8, 6, 1, 0);
        lines[1] = mov(8, 0);
        for (int i = 0; i < 60; i++) {
            lines[2 + 4 * i] = load(8, 7, 6, i);
            lines[3 + 4 * i] = jump(JEQ, 7, 0, "next" + i);
            lines[4 + 4 * i] = alu(ADD, 8, i < 31 ? 1 << i : 1);
            lines[5 + 4 * i] = label("next" + i);
        }
        lines[242] = copy(0, 8);
        lines[243] = exit();
        Reached reached = new Scene().main(lines).explore();
        assertNull(reached.why());
        assertTrue(reached.steps() < 30_000);
    }
}
