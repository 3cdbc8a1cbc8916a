package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/** Code that ends in a branch on whether register 1 is 0: label "then" where it is not, "else" where it is. */
final class Guard {
    private Guard() {}

    static Scene by(Scene scene, Asm.Line... lines) {
        List<Asm.Line> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of(
                label("guard"),
                jump(JEQ, 1, 0, "else"),
                label("then"),
                mov(0, 1),
                exit(),
                label("else"),
                mov(0, 0),
                exit()));
        return scene.main(all.toArray(Asm.Line[]::new));
    }

    static Scene by(Asm.Line... lines) {
        return by(new Scene(), lines);
    }

    static void assertTrue(Scene scene) {
        assertEquals(List.of(Visit.VISITED, Visit.NEVER), List.of(scene.at("then"), scene.at("else")));
    }

    static void assertFalse(Scene scene) {
        assertEquals(List.of(Visit.NEVER, Visit.VISITED), List.of(scene.at("then"), scene.at("else")));
    }

    static void assertUnknown(Scene scene) {
        assertEquals(List.of(Visit.VISITED, Visit.VISITED), List.of(scene.at("then"), scene.at("else")));
    }

    /** Whether the code leaves the number in register 1, for sure. */
    static void assertLeaves(long number, Asm.Line... lines) {
        assertLeaves(number, new Scene(), lines);
    }

    static void assertLeaves(long number, Scene scene, Asm.Line... lines) {
        List<Asm.Line> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of(
                raw(0x18, 2, 0, 0, (int) number),
                second((int) (number >> 32)),
                jumpOf(JEQ, 1, 2, "same"),
                label("other"),
                exit(),
                label("same"),
                exit()));
        scene.main(all.toArray(Asm.Line[]::new));
        assertEquals(List.of(Visit.VISITED, Visit.NEVER), List.of(scene.at("same"), scene.at("other")));
    }
}
