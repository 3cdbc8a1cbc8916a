package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The number a relocation writes, for plain fields and types, found or not. */
final class FieldValueTest {
    private final Scene scene = new Scene();
    private final int foo = foo(scene.local, 4, 8);

    /** x at an offset, and an array of three structs behind it. */
    private static int foo(BtfBuilder types, int offset, int elementSize) {
        int number = types.integer("int", 4, SIGNED);
        int element = types.struct("e", elementSize, member("v", number, 0));
        int array = types.array(element, number, 3);
        return types.struct("foo", 64, member("x", number, offset), member("a", array, offset + 4));
    }

    @Rule(14)
    @Test
    void elementHasOffsetSizeAndExistence() {
        foo(scene.target, 12, 24);
        scene.relo(ReloKind.FIELD_BYTE_OFFSET, foo, "0:1:2");
        scene.relo(ReloKind.FIELD_BYTE_SIZE, foo, "0:1:2");
        scene.relo(ReloKind.FIELD_EXISTS, foo, "0:1:2");
        assertEquals(16 + 48, Scene.value(scene.resolve().get(0)).value());
        assertEquals(24, Scene.value(scene.resolve().get(1)).value());
        assertEquals(1, Scene.value(scene.resolve().get(2)).value());
    }

    @Rule(14)
    @ParameterizedTest
    @EnumSource(
            value = ReloKind.class,
            names = {"FIELD_SIGNED", "FIELD_LSHIFT_U64", "FIELD_RSHIFT_U64"})
    void elementHasNeitherSignNorShift(ReloKind kind) {
        foo(scene.target, 12, 24);
        assertEquals(
                Errno.EINVAL, Scene.rejected(scene.resolve(kind, foo, "0:1:2")).errno());
    }

    @Rule(14)
    @Test
    void sizeOfAWholeArrayIsThatOfAllElements() {
        foo(scene.target, 12, 24);
        assertEquals(
                72,
                Scene.value(scene.resolve(ReloKind.FIELD_BYTE_SIZE, foo, "0:1")).value());
    }

    @Rule(15)
    @ParameterizedTest
    @EnumSource(
            value = ReloKind.class,
            names = {"TYPE_ID_TARGET", "TYPE_EXISTS", "TYPE_SIZE", "TYPE_MATCHES"})
    void missingTypeIsZeroAndNeverPoison(ReloKind kind) {
        scene.target.struct("other", 4);
        ReloValue value = Scene.absent(scene.resolve(kind, foo, "0"));
        assertEquals(0, value.value());
        assertFalse(value.poison());
        assertEquals(kind != ReloKind.TYPE_ID_TARGET, value.validate());
    }

    @Rule(15)
    @ParameterizedTest
    @EnumSource(value = ReloKind.class, mode = Mode.MATCH_ANY, names = "FIELD_.*")
    void missingFieldIsPoisonExceptForExistence(ReloKind kind) {
        scene.target.struct("foo", 4);
        ReloValue value = Scene.absent(scene.resolve(kind, foo, "0:0"));
        assertEquals(0, value.value());
        assertEquals(kind != ReloKind.FIELD_EXISTS, value.poison());
    }

    @Rule(16)
    @Test
    void targetTypeIdIsTheCandidateAndTheOldOneIsNotChecked() {
        scene.target.struct("other", 4);
        int there = scene.target.struct("foo", 4);
        ReloValue value = Scene.value(scene.resolve(ReloKind.TYPE_ID_TARGET, foo, "0"));
        assertEquals(foo, value.original());
        assertEquals(there, value.value());
        assertFalse(value.validate());
    }

    @Rule(16)
    @Test
    void typeSizeIsChecked() {
        scene.target.struct("foo", 96);
        ReloValue value = Scene.value(scene.resolve(ReloKind.TYPE_SIZE, foo, "0"));
        assertEquals(64, value.original());
        assertEquals(96, value.value());
        assertTrue(value.validate());
    }

    @Rule(15)
    @Test
    void sizeOfAForwardDeclarationFailsTheObject() {
        int hidden = scene.local.forward("hidden", false);
        scene.target.forward("hidden", false);
        assertEquals(
                Errno.EINVAL,
                Scene.rejected(scene.resolve(ReloKind.TYPE_SIZE, hidden, "0")).errno());
    }

    /** A local offset of 512 MiB has wrapped to 0 long before the instruction is looked at. */
    @Rule(19)
    @Test
    void wrappedOffsetIsWhatTheInstructionIsHeldAgainst() {
        int far = scene.local.struct("far", 0x2000_0000, member("x", 1, 4));
        scene.target.integer("int", 4, SIGNED);
        scene.target.struct("far", 8, member("x", 1, 4));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, far, "1:0"));
        assertEquals(4, value.original());
        assertEquals(12, value.value());
    }
}
