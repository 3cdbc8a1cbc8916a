package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.bits;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Offset, size and shifts of a bitfield: the smallest aligned load of at least its declared type that covers it. */
final class BitfieldTest {

    /** A field of {@code bits} bits at bit {@code at}, declared with a type of {@code declared} bytes. */
    record Case(int declared, int at, int bits, int byteOff, int byteSize, int lshift, int lshiftBig) {}

    static final List<Case> CASES = List.of(
            new Case(4, 0, 3, 0, 4, 61, 32),
            new Case(4, 3, 7, 0, 4, 54, 35),
            new Case(4, 33, 2, 4, 4, 61, 33),
            new Case(1, 9, 5, 1, 1, 58, 57),
            new Case(1, 6, 4, 0, 2, 54, 54),
            new Case(1, 14, 4, 0, 4, 46, 46),
            new Case(2, 14, 4, 0, 4, 46, 46),
            new Case(4, 30, 10, 0, 8, 24, 30),
            new Case(1, 62, 2, 7, 1, 56, 62),
            new Case(8, 60, 4, 0, 8, 0, 60));

    private final Scene scene = new Scene();

    private int struct(BtfBuilder types, int declared, int at, int bits) {
        return types.struct("foo", 16, bits("f", types.integer("u", declared, 0), at, bits));
    }

    private long ask(ReloKind kind, Case c, ByteOrder order) {
        int foo = struct(scene.local, 4, 0, 32);
        struct(scene.target, c.declared, c.at, c.bits);
        return Scene.value(scene.targetOrder(order).resolve(kind, foo, "0:0")).value();
    }

    @Rule(11)
    @ParameterizedTest
    @FieldSource("CASES")
    void byteOffset(Case c) {
        assertEquals(c.byteOff, ask(ReloKind.FIELD_BYTE_OFFSET, c, ByteOrder.LITTLE_ENDIAN));
    }

    @Rule(11)
    @ParameterizedTest
    @FieldSource("CASES")
    void byteSize(Case c) {
        assertEquals(c.byteSize, ask(ReloKind.FIELD_BYTE_SIZE, c, ByteOrder.LITTLE_ENDIAN));
    }

    @Rule(12)
    @ParameterizedTest
    @FieldSource("CASES")
    void leftShiftOfALittleEndianKernel(Case c) {
        assertEquals(c.lshift, ask(ReloKind.FIELD_LSHIFT_U64, c, ByteOrder.LITTLE_ENDIAN));
    }

    @Rule(12)
    @ParameterizedTest
    @FieldSource("CASES")
    void leftShiftOfABigEndianKernel(Case c) {
        assertEquals(c.lshiftBig, ask(ReloKind.FIELD_LSHIFT_U64, c, ByteOrder.BIG_ENDIAN));
    }

    @Rule(11)
    @ParameterizedTest
    @FieldSource("CASES")
    void rightShift(Case c) {
        assertEquals(64 - c.bits, ask(ReloKind.FIELD_RSHIFT_U64, c, ByteOrder.LITTLE_ENDIAN));
    }

    @Rule(11)
    @Test
    void fieldThatNoLoadCoversFailsTheObject() {
        int foo = struct(scene.local, 4, 0, 8);
        struct(scene.target, 8, 60, 8);
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_SIZE, foo, "0:0");
        assertEquals(Errno.E2BIG, Scene.rejected(answer).errno());
    }

    @Rule(11)
    @Test
    void onlyRightShiftAndSignAreCheckedAgainstTheInstruction() {
        int foo = struct(scene.local, 4, 3, 7);
        struct(scene.target, 4, 5, 9);
        for (ReloKind kind : List.of(
                ReloKind.FIELD_BYTE_OFFSET,
                ReloKind.FIELD_BYTE_SIZE,
                ReloKind.FIELD_LSHIFT_U64,
                ReloKind.FIELD_RSHIFT_U64,
                ReloKind.FIELD_SIGNED)) {
            boolean checked = kind == ReloKind.FIELD_RSHIFT_U64 || kind == ReloKind.FIELD_SIGNED;
            assertEquals(checked, Scene.value(scene.resolve(kind, foo, "0:0")).validate(), kind.word());
        }
    }

    @Rule(11)
    @Test
    void bitfieldHereAndPlainThereIsFine() {
        int foo = struct(scene.local, 4, 3, 7);
        scene.target.struct("foo", 16, member("f", scene.target.integer("u", 2, 0), 6));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0"));
        assertEquals(0, value.original());
        assertEquals(6, value.value());
        assertEquals(new ReloValue.MemorySize(0, 2, true), value.memory());
        assertFalse(value.validate());
    }

    @Rule(11)
    @Test
    void plainHereAndBitfieldTherePoisonsADirectLoad() {
        int foo = scene.local.struct("foo", 16, member("f", scene.local.integer("u", 1, 0), 6));
        struct(scene.target, 4, 35, 7);
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0"));
        assertEquals(4, value.value());
        assertEquals(new ReloValue.MemorySize(1, 0, true), value.memory());
        assertTrue(value.validate());
    }

    @Rule(11)
    @Test
    void widthOfAPlainMemberGivesItsShifts() {
        int foo = scene.local.struct("foo", 16, member("f", scene.local.integer("u", 4, 0), 4));
        scene.target.struct("foo", 16, member("f", scene.target.integer("u", 2, 0), 6));
        scene.relo(ReloKind.FIELD_LSHIFT_U64, foo, "0:0");
        assertEquals(48, Scene.value(scene.resolve().getFirst()).value());
        assertEquals(
                48,
                Scene.value(scene.resolve(ReloKind.FIELD_RSHIFT_U64, foo, "0:0"))
                        .value());
    }

    /** bit_size 0 in a struct with kflag is an ordinary member; without kflag the upper bits belong to the offset. */
    @Rule(11)
    @Test
    void kflagDecidesWhatTheOffsetMeans() {
        int foo = scene.local.struct("foo", 8, bits("b", scene.local.integer("u", 4, 0), 0, 1), member("f", 1, 4));
        scene.target.struct("foo", 8, bits("b", scene.target.integer("u", 4, 0), 0, 1), member("f", 1, 4));
        ReloValue value = Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:1"));
        assertEquals(4, value.value());
        assertTrue(value.validate());
        assertEquals(4, value.memory().value());
    }

    @Rule(13)
    @Test
    void signIsThatOfIntsAndEnumsAndNothingElse() {
        BtfBuilder types = scene.local;
        int number = types.integer("int", 4, SIGNED);
        int foo = types.struct(
                "foo",
                64,
                member("s", number, 0),
                member("u", types.integer("unsigned int", 4, 0), 4),
                member("c", types.integer("char", 1, BtfBuilder.CHAR), 8),
                member("sc", types.integer("signed char", 1, SIGNED | BtfBuilder.CHAR), 9),
                member("e", types.enumeration("e", 4, false, enumerator("A", 1)), 12),
                member("se", types.enumeration("se", 4, true, enumerator("B", -1)), 16),
                member("e64", types.enum64("e64", true, enumerator("C", -1)), 24),
                member("p", types.pointer(number), 32),
                member("f", types.floating("double", 8), 40),
                member("st", types.struct("st", 4), 48),
                member("td", types.typedef("s32", number), 52));
        assertEquals(
                List.of(1L, 0L, 0L, 1L, 0L, 1L, 1L, 0L, 0L, 0L, 1L),
                IntStream.range(0, 11)
                        .mapToObj(i -> Scene.signOf(types, foo, i))
                        .toList());
    }
}
