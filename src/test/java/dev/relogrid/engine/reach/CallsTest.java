package dev.relogrid.engine.reach;

import static dev.relogrid.engine.reach.Asm.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known across calls. */
final class CallsTest {
    private static final Asm.Line[] BRANCH = {
        jump(JEQ, 1, 0, "zero"), label("nonzero"), mov(0, 1), exit(), label("zero"), mov(0, 0), exit()
    };

    @Test
    void aStaticFunctionKnowsWhatItIsCalledWith() {
        Scene scene = new Scene().main(mov(1, 0), call("f"), exit()).staticFunction("f", BRANCH);
        assertEquals(Visit.NEVER, scene.at("nonzero"));
        assertEquals(Visit.VISITED, scene.at("zero"));
    }

    @Test
    void aHiddenFunctionIsLikeAStaticOne() {
        Scene scene = new Scene().main(mov(1, 0), call("f"), exit()).hiddenFunction("f", BRANCH);
        assertEquals(Visit.NEVER, scene.at("nonzero"));
    }

    @Test
    void itsResultIsKnownForEachCall() {
        Scene scene = new Scene()
                .main(
                        mov(1, 0),
                        call("f"),
                        jump(JNE, 0, 0, "dead"),
                        mov(1, 1),
                        call("f"),
                        jump(JEQ, 0, 1, "out"),
                        label("dead"),
                        mov(0, 1),
                        label("out"),
                        exit())
                .staticFunction("f", BRANCH);
        assertEquals(Visit.NEVER, scene.at("dead"));
        assertEquals(Visit.VISITED, scene.at("nonzero"));
        assertEquals(Visit.VISITED, scene.at("zero"));
    }

    @Test
    void theCallersSavedRegistersAndStackStay() {
        Scene scene = new Scene()
                .main(
                        mov(6, 0),
                        storeNumber(8, 10, -8, 0),
                        mov(1, 0),
                        call("f"),
                        load(8, 7, 10, -8),
                        aluOf(OR, 6, 7),
                        jump(JEQ, 6, 0, "out"),
                        label("dead"),
                        mov(0, 1),
                        label("out"),
                        exit())
                .staticFunction("f", mov(6, 1), storeNumber(8, 10, -8, 1), mov(0, 0), exit());
        assertEquals(Visit.NEVER, scene.at("dead"));
    }

    @Test
    void aStaticFunctionMayWriteToItsCallersStack() {
        Scene scene = new Scene()
                .main(
                        storeNumber(8, 10, -8, 0),
                        copy(1, 10),
                        alu(ADD, 1, -8),
                        call("f"),
                        load(8, 1, 10, -8),
                        jump(JEQ, 1, 7, "out"),
                        label("dead"),
                        mov(0, 1),
                        label("out"),
                        exit())
                .staticFunction("f", storeNumber(8, 1, 0, 7), mov(0, 0), exit());
        assertEquals(Visit.NEVER, scene.at("dead"));
    }

    @Test
    void argumentsAreGoneAfterACall() {
        Guard.assertUnknown(Guard.by(mov(1, 0), call(5)));
        Guard.assertUnknown(Guard.by(mov(0, 0), call(5), copy(1, 0)));
        Guard.assertFalse(Guard.by(mov(6, 0), call(5), copy(1, 6)));
    }

    @Test
    void aGlobalFunctionIsLookedAtForAnyArguments() {
        Scene scene = new Scene()
                .main(mov(1, 0), call("f"), jump(JEQ, 0, 0, "out"), label("other"), mov(0, 1), label("out"), exit())
                .globalFunction("f", BRANCH);
        assertEquals(Visit.VISITED, scene.at("nonzero"));
        assertEquals(Visit.VISITED, scene.at("other"));
    }

    @Test
    void aGlobalFunctionThatIsNotCalledIsLeftOutSince68() {
        Asm.Line[] main = {mov(1, 0), jump(JEQ, 1, 0, "out"), call("f"), label("out"), mov(0, 0), exit()};
        Asm.Line[] f = {label("inside"), mov(0, 0), exit()};
        assertEquals(
                Visit.NEVER,
                new Scene().on(6, 8, 0).main(main).globalFunction("f", f).at("inside"));
        assertEquals(
                Visit.VISITED,
                new Scene().on(6, 7, 0).main(main).globalFunction("f", f).at("inside"));
    }

    @Test
    void aStaticFunctionThatIsNotCalledIsNeverVisited() {
        Scene scene = new Scene()
                .on(5, 10, 0)
                .main(mov(1, 0), jump(JEQ, 1, 0, "out"), call("f"), label("out"), mov(0, 0), exit())
                .staticFunction("f", label("inside"), mov(0, 0), exit());
        assertEquals(Visit.NEVER, scene.at("inside"));
    }

    @Test
    void aCallbackIsLookedAtForAnyArguments() {
        Scene scene = new Scene()
                .main(mov(1, 10), address(2, "f"), second(0), mov(3, 0), mov(4, 0), call(181), mov(0, 0), exit())
                .staticFunction("f", BRANCH);
        assertEquals(Visit.VISITED, scene.at("nonzero"));
        assertEquals(Visit.VISITED, scene.at("zero"));
    }

    @Test
    void aCallbackThatIsNotHandedOverIsNeverVisited() {
        Scene scene = new Scene()
                .main(address(2, "f"), second(0), mov(1, 0), jump(JEQ, 1, 0, "out"), call(181), label("out"), exit())
                .staticFunction("f", label("inside"), mov(0, 0), exit());
        assertEquals(Visit.NEVER, scene.at("inside"));
    }

    @Test
    void aCallbackMayChangeTheStackItIsGiven() {
        Scene scene = new Scene().staticFunction("f", mov(0, 0), exit());
        Guard.assertUnknown(Guard.by(
                scene,
                mov(6, 1),
                store(8, 10, -24, 6),
                address(2, "f"),
                second(0),
                mov(1, 10),
                copy(3, 10),
                mov(4, 0),
                call(181),
                load(8, 1, 10, -24)));
    }

    @Test
    void theCallbackOfExceptionsIsLookedAtThoughNothingNamesIt() {
        Scene scene = new Scene()
                .main(mov(0, 0), exit())
                .exceptionCallback("thrown")
                .globalFunction("thrown", label("inside"), mov(1, 0), call("f"), mov(0, 0), exit())
                .staticFunction("f", BRANCH);
        assertEquals(Visit.VISITED, scene.at("inside"));
        assertEquals(Visit.VISITED, scene.at("zero"));
    }

    @Test
    void aPoisonedCallEndsThePath() {
        Scene scene = new Scene().main(label("poison"), poison(), label("behind"), mov(0, 0), exit());
        assertEquals(Visit.VISITED, scene.at("poison"));
        assertEquals(Visit.NEVER, scene.at("behind"));
    }

    @Test
    void poisonsOfMapsAndFunctionsEndThePathToo() {
        for (int number : new int[] {2_001_000_003, 2_002_000_000}) {
            Scene scene = new Scene().main(call(number), label("behind"), mov(0, 0), exit());
            assertEquals(Visit.NEVER, scene.at("behind"));
        }
    }

    @Test
    void aHelperNobodyKnowsIsGoneThrough() {
        Scene scene = new Scene().main(call(100_000), label("behind"), mov(0, 0), exit());
        assertEquals(Visit.VISITED, scene.at("behind"));
    }

    @Test
    void aTailCallMayFallThrough() {
        Scene scene = new Scene().main(call(12), label("behind"), mov(0, 0), exit());
        assertEquals(Visit.VISITED, scene.at("behind"));
    }

    @Test
    void aTailCallInAFunctionMayReturnAnything() {
        Scene scene = new Scene()
                .main(call("f"), jump(JEQ, 0, 0, "out"), label("other"), mov(0, 0), label("out"), exit())
                .staticFunction("f", mov(1, 0), call(12), mov(0, 0), exit());
        assertEquals(Visit.VISITED, scene.at("other"));
    }

    @Test
    void callsAreFollowedEightDeep() {
        Scene scene = new Scene().main(call("f1"), mov(0, 0), exit());
        for (int i = 1; i <= 8; i++) {
            scene.staticFunction("f" + i, label("in" + i), call("f" + (i + 1)), mov(0, 0), exit());
        }
        scene.staticFunction("f9", mov(0, 0), exit());
        assertEquals(Visit.VISITED, scene.at("in7"));
        assertEquals(Visit.NEVER, scene.at("in8"));
        assertTrue(Objects.requireNonNull(scene.explore().strange()).endsWith("calls too deep"));
    }

    @Test
    void recursionEnds() {
        Scene scene = new Scene().main(call("f"), exit()).staticFunction("f", label("inside"), call("f"), exit());
        assertEquals(Visit.VISITED, scene.at("inside"));
        assertNull(scene.explore().why());
    }
}
