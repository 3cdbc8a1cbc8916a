package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Branches: decided where both sides are known, and what is known after one that was not. */
final class ComparisonTest {
    record Case(int comparison, int left, int right, boolean wide, boolean narrow) {}

    static final List<Case> CASES = List.of(
            new Case(JEQ, -1, -1, true, true),
            new Case(JEQ, 1, 2, false, false),
            new Case(JNE, 1, 2, true, true),
            new Case(JNE, 2, 2, false, false),
            new Case(JGT, -1, 1, true, true),
            new Case(JGT, 1, 1, false, false),
            new Case(JGE, 1, 1, true, true),
            new Case(JGE, 0, -1, false, false),
            new Case(JLT, 1, -1, true, true),
            new Case(JLT, 1, 1, false, false),
            new Case(JLE, 1, 1, true, true),
            new Case(JLE, -1, 1, false, false),
            new Case(JSGT, 1, -1, true, true),
            new Case(JSGT, -1, 1, false, false),
            new Case(JSGE, -1, -1, true, true),
            new Case(JSGE, -2, -1, false, false),
            new Case(JSLT, -1, 1, true, true),
            new Case(JSLT, 1, -1, false, false),
            new Case(JSLE, -1, -1, true, true),
            new Case(JSLE, 1, -1, false, false),
            new Case(JSET, 6, 2, true, true),
            new Case(JSET, 6, 1, false, false));

    private static void assertTaken(boolean taken, Asm.Line... lines) {
        Asm.Line[] all = new Asm.Line[lines.length + 4];
        System.arraycopy(lines, 0, all, 0, lines.length);
        Asm.Line[] rest = {label("not"), exit(), label("taken"), exit()};
        System.arraycopy(rest, 0, all, lines.length, rest.length);
        Scene scene = new Scene().main(all);
        assertEquals(taken ? Visit.VISITED : Visit.NEVER, scene.at("taken"));
        assertEquals(taken ? Visit.NEVER : Visit.VISITED, scene.at("not"));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void constantsDecide(Case c) {
        assertTaken(c.wide, mov(1, c.left), jump(c.comparison, 1, c.right, "taken"));
        assertTaken(c.wide, mov(1, c.left), mov(2, c.right), jumpOf(c.comparison, 1, 2, "taken"));
        assertTaken(c.narrow, mov(1, c.left), jump32(c.comparison, 1, c.right, "taken"));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void whatIsUnknownDecidesNothing(Case c) {
        Scene scene = new Scene()
                .main(
                        load(8, 1, 1, 0),
                        jump(c.comparison, 1, c.right, "taken"),
                        label("not"),
                        exit(),
                        label("taken"),
                        exit());
        assertEquals(List.of(Visit.VISITED, Visit.VISITED), List.of(scene.at("taken"), scene.at("not")));
    }

    @Test
    void comparisonsOf32BitsLeaveOutTheUpperHalf() {
        assertTaken(true, raw(0x18, 1, 0, 0, 5), second(1), jump32(JEQ, 1, 5, "taken"));
        assertTaken(false, raw(0x18, 1, 0, 0, 5), second(1), jump(JEQ, 1, 5, "taken"));
    }

    @Test
    void aNumberIsKnownOnceItWasEqual() {
        Scene scene = new Scene()
                .main(
                        load(1, 1, 1, 0),
                        jump(JNE, 1, 5, "out"),
                        jump(JEQ, 1, 5, "out"),
                        label("dead"),
                        mov(0, 1),
                        label("out"),
                        exit());
        assertEquals(Visit.NEVER, scene.at("dead"));
    }

    @Test
    void aPointerThatIsNullIsNoKnownNumber() {
        Scene scene = new Scene()
                .main(
                        load(8, 1, 1, 0),
                        jump(JNE, 1, 0, "out"),
                        jump(JEQ, 1, 0, "out"),
                        label("kept"),
                        mov(0, 1),
                        label("out"),
                        exit());
        assertEquals(Visit.VISITED, scene.at("kept"));
    }

    @Test
    void bitsKnownToBeClearAreNotSet() {
        assertTaken(false, load(8, 1, 1, 0), alu(AND, 1, 0xf0), jump(JSET, 1, 0x0f, "taken"));
        assertTaken(true, load(8, 1, 1, 0), alu(AND, 1, 0xf0), alu(OR, 1, 1), jump(JSET, 1, 0x0f, "taken"));
    }

    @Test
    void aPointerIntoTheStackMayBeNullForAllTheVerifierSays() {
        Guard.assertUnknown(Guard.by(copy(1, 10)));
    }

    @Test
    void theLowHalfOfAnAddressMayBeZero() {
        Scene scene = new Scene()
                .data("x", 0)
                .main(address(1, "x"), second(0), jump32(JEQ, 1, 0, "zero"), exit(), label("zero"), exit());
        assertEquals(Visit.VISITED, scene.at("zero"));
    }
}
