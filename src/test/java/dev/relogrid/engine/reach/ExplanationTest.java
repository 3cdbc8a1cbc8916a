package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which branches led to an instruction or kept from it, and whose values decided them. */
final class ExplanationTest {
    private static Scene twoGuards() {
        return new Scene()
                .relocated("exists")
                .option("CONFIG_X", 0, 0, 0, 0)
                .main(
                        label("exists"),
                        mov(6, 0),
                        label("first"),
                        jump(JNE, 6, 0, "new"),
                        address(1, "CONFIG_X"),
                        second(0),
                        load(4, 1, 1, 0),
                        label("second"),
                        jump(JEQ, 1, 0, "old"),
                        label("between"),
                        mov(0, 1),
                        exit(),
                        label("old"),
                        mov(0, 0),
                        exit(),
                        label("new"),
                        mov(0, 2),
                        label("newer"),
                        exit());
    }

    @Test
    void thePathNamesItsDecisionsInOrder() {
        assertEquals(List.of("-first", "+second"), twoGuards().pathTo("old"));
        assertEquals(List.of("-first"), twoGuards().pathTo("second"));
        assertEquals(List.of(), twoGuards().pathTo("exists"));
    }

    @Test
    void whatIsNeverVisitedNamesTheBranchThatKeepsItSo() {
        assertEquals(List.of("-first"), twoGuards().keptFrom("newer"));
        assertEquals(List.of("+second"), twoGuards().keptFrom("between"));
        assertEquals(List.of(), twoGuards().keptFrom("old"));
    }

    @Test
    void aDecisionNamesWhereItsConstantsCameFrom() {
        Scene scene = twoGuards();
        Origins first = scene.decisionsKeeping("new").getFirst().origins();
        assertEquals("exists", scene.nameOf(first.relocated().getFirst()));
        assertEquals(List.of(), first.externs());
        Origins second = scene.decisionsKeeping("between").getFirst().origins();
        assertEquals("CONFIG_X", second.externs().getFirst().name());
        assertFalse(second.opaque());
    }

    @Test
    void bothSidesOfACalculationAreNamed() {
        Scene scene = new Scene()
                .relocated("a")
                .relocated("b")
                .rodata("flag", 0)
                .main(
                        label("a"),
                        mov(1, 0),
                        label("b"),
                        mov(2, 0),
                        aluOf(OR, 1, 2),
                        store(8, 10, -8, 1),
                        address(3, "flag"),
                        second(0),
                        load(1, 3, 3, 0),
                        load(8, 4, 10, -8),
                        aluOf(OR, 3, 4),
                        jump(JNE, 3, 0, "dead"),
                        exit(),
                        label("dead"),
                        exit());
        Origins origins = scene.decisionsKeeping("dead").getFirst().origins();
        assertEquals(
                List.of("a", "b"),
                origins.relocated().stream().map(scene::nameOf).toList());
        assertEquals("flag", origins.rodata().getFirst().name());
        assertEquals("flag", scene.explore().rodataDecided().getFirst().name());
    }

    @Test
    void aFunctionThatIsNotCalledNamesTheBranchBeforeTheCall() {
        Scene scene = new Scene()
                .relocated("exists")
                .main(
                        label("exists"),
                        mov(1, 0),
                        label("guard"),
                        jump(JEQ, 1, 0, "out"),
                        call("f"),
                        label("out"),
                        mov(0, 0),
                        exit())
                .staticFunction("f", load(8, 1, 1, 0), label("inside"), mov(0, 0), exit());
        assertEquals(List.of("+guard"), scene.keptFrom("inside"));
    }

    @Test
    void severalGuardsAreNamedNearestFirst() {
        Scene scene = new Scene()
                .main(
                        load(8, 6, 1, 0),
                        mov(1, 0),
                        jump(JEQ, 6, 0, "other"),
                        label("far"),
                        jump(JEQ, 1, 0, "out"),
                        mov(2, 0),
                        go("dead"),
                        label("other"),
                        label("near"),
                        jump(JEQ, 1, 0, "out"),
                        label("dead"),
                        exit(),
                        label("out"),
                        exit());
        assertEquals(List.of("+near", "+far"), scene.keptFrom("dead"));
    }

    @Test
    void anOpaqueNumberThatDecidesIsTold() {
        Scene decides = Guard.by(new Scene().opaque("size").relocated("size"), label("size"), mov(1, 8));
        assertTrue(decides.explore().opaqueDecided());
        assertTrue(decides.decisionsKeeping("else").getFirst().origins().opaque());
        Scene plain = Guard.by(new Scene().relocated("size"), label("size"), mov(1, 8));
        assertFalse(plain.explore().opaqueDecided());
    }

    @Test
    void anOpaqueNumberThatDecidesNothingIsNotTold() {
        Scene scene = Guard.by(new Scene().opaque("offset"), load(8, 1, 1, 0), label("offset"), alu(ADD, 1, 8));
        assertFalse(scene.explore().opaqueDecided());
        Guard.assertUnknown(scene);
    }

    @Test
    void nothingIsMadeOfAnOpaqueNumberAndAnUnknownOne() {
        Scene scene = Guard.by(new Scene().opaque("mask"), load(8, 1, 1, 0), label("mask"), alu(AND, 1, 0));
        assertFalse(scene.explore().opaqueDecided());
        Guard.assertUnknown(scene);
    }

    @Test
    void aStackPointerMovedByAnOpaqueNumberPointsAnywhere() {
        Scene scene = new Scene().opaque("offset");
        Guard.assertUnknown(Guard.by(
                scene,
                mov(2, 1),
                store(8, 10, -8, 2),
                copy(3, 10),
                label("offset"),
                alu(ADD, 3, -200),
                store(1, 3, 0, 2),
                load(8, 1, 10, -8)));
        assertFalse(scene.explore().opaqueDecided());
    }

    @Test
    void pathsWithTheSameConstantsOfOtherOriginsBothCount() {
        Scene scene = new Scene()
                .rodata("flag", 1)
                .main(
                        load(8, 6, 1, 0),
                        mov(7, 1),
                        jump(JEQ, 6, 0, "join"),
                        address(7, "flag"),
                        second(0),
                        load(1, 7, 7, 0),
                        label("join"),
                        jump(JEQ, 7, 1, "out"),
                        label("dead"),
                        mov(0, 0),
                        label("out"),
                        exit());
        assertEquals("flag", scene.explore().rodataDecided().getFirst().name());
    }
}
