package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.BOOL;
import static dev.relogrid.fixture.BtfBuilder.CHAR;
import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.core.ReloValue.MemorySize;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Member;
import dev.relogrid.fixture.Rule;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.FieldSource;

/** A field of another size: the access is widened or narrowed where zero extension keeps the value, else poisoned. */
final class MemorySizeTest {
    private static final int LDX_W = 0x61;
    private static final int LDXSX_W = 0x81;
    private static final int MOV64_K = 0xb7;

    record Case(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target, MemorySize size) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case fits(
            String name, int from, ToIntFunction<BtfBuilder> local, int to, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, new MemorySize(from, to, false));
    }

    private static Case fails(
            String name, int from, ToIntFunction<BtfBuilder> local, int to, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, new MemorySize(from, to, true));
    }

    private static int integer(BtfBuilder t, int size, int encoding) {
        return t.integer("i", size, encoding);
    }

    private static int array(BtfBuilder t, int element, int count) {
        return t.array(element, element, count);
    }

    static final List<Case> CASES = List.of(
            fits("same size", 4, t -> integer(t, 4, SIGNED), 4, t -> integer(t, 4, SIGNED)),
            fits("unsigned ints", 4, t -> integer(t, 4, 0), 8, t -> integer(t, 8, 0)),
            fits("bool", 1, t -> integer(t, 1, BOOL), 4, t -> integer(t, 4, 0)),
            fits("char", 1, t -> integer(t, 1, CHAR), 4, t -> integer(t, 4, 0)),
            fits("signed and char", 1, t -> integer(t, 1, SIGNED | CHAR), 4, t -> integer(t, 4, 0)),
            fails("signed here", 4, t -> integer(t, 4, SIGNED), 8, t -> integer(t, 8, 0)),
            fails("signed there", 4, t -> integer(t, 4, 0), 8, t -> integer(t, 8, SIGNED)),
            fails("structs", 4, t -> t.struct("s", 4), 8, t -> t.struct("s", 8)),
            fails(
                    "enum and enum64",
                    4,
                    t -> t.enumeration("e", 4, false, enumerator("A", 1)),
                    8,
                    t -> t.enum64("e", false, enumerator("A", 1))),
            fails("floats", 4, t -> t.floating("f", 4), 8, t -> t.floating("f", 8)),
            fits(
                    "arrays of one element size",
                    4,
                    t -> array(t, integer(t, 4, 0), 9),
                    4,
                    t -> array(t, integer(t, 4, 0), 2)),
            fits(
                    "dimensions do not count",
                    2,
                    t -> array(t, array(t, integer(t, 2, 0), 3), 9),
                    2,
                    t -> array(t, array(t, integer(t, 2, 0), 7), 2)),
            fails(
                    "arrays of other elements",
                    4,
                    t -> array(t, integer(t, 4, 0), 9),
                    8,
                    t -> array(t, integer(t, 8, 0), 9)));

    private static Scene scene(Case c) {
        Scene scene = new Scene();
        scene.local.struct("foo", 64, new Member("x", c.local.applyAsInt(scene.local), 0, 0));
        scene.target.struct("foo", 64, new Member("x", c.target.applyAsInt(scene.target), 0, 0));
        return scene;
    }

    @Rule(24)
    @ParameterizedTest
    @FieldSource("CASES")
    void byTypeOfTheField(Case c) {
        Scene scene = scene(c);
        int foo = scene.local.nextId() - 1;
        assertEquals(
                c.size,
                Scene.value(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, foo, "0:0"))
                        .memory());
    }

    @Rule(24)
    @ParameterizedTest
    @EnumSource(value = ReloKind.class, mode = Mode.MATCH_ANY, names = "FIELD_[^B].*|FIELD_BYTE_SIZE")
    void onlyByteOffsetsCarrySizes(ReloKind kind) {
        Scene scene = scene(CASES.get(1));
        int foo = scene.local.nextId() - 1;
        MemorySize size = Scene.value(scene.resolve(kind, foo, "0:0")).memory();
        assertEquals(new MemorySize(0, 0, false), size);
    }

    private static Patch patch(int code, MemorySize size) {
        return InsnPatcher.patch(List.of(new Insn(code, 1, 2, 0, 0)), new ReloValue(0, 0, false, true, size));
    }

    @Rule(24)
    @Test
    void loadTakesTheNewSizeAndKeepsItsMode() {
        assertEquals(
                0x79,
                patch(LDX_W, new MemorySize(4, 8, false)).after().getFirst().code());
        assertEquals(
                0x69,
                patch(LDX_W, new MemorySize(4, 2, false)).after().getFirst().code());
        assertEquals(
                0x71,
                patch(LDX_W, new MemorySize(4, 1, false)).after().getFirst().code());
        assertEquals(
                0x89,
                patch(LDXSX_W, new MemorySize(4, 2, false)).after().getFirst().code());
    }

    @Rule(24)
    @Test
    void loadMustHaveTheLocalSize() {
        Patch patch = patch(LDX_W, new MemorySize(8, 4, false));
        assertEquals(Patch.Outcome.REFUSED, patch.outcome());
        assertEquals(Errno.EINVAL, patch.errno());
    }

    @Rule(24)
    @Test
    void loadCanOnlyMoveOneTwoFourOrEightBytes() {
        assertEquals(Errno.EINVAL, patch(LDX_W, new MemorySize(4, 3, false)).errno());
        assertEquals(Errno.EINVAL, patch(LDX_W, new MemorySize(4, 16, false)).errno());
    }

    /** A load of another size than the field's is left alone as long as the field keeps its size. */
    @Rule(24)
    @Test
    void equalSizesAreNotHeldAgainstTheLoad() {
        assertEquals(
                Patch.Outcome.PATCHED, patch(LDX_W, new MemorySize(8, 8, false)).outcome());
    }

    @Rule(24)
    @Test
    void sizeThatCannotChangePoisonsTheLoad() {
        Patch patch = patch(LDX_W, new MemorySize(4, 8, true));
        assertEquals(Patch.Outcome.POISONED, patch.outcome());
        assertEquals(List.of(new Insn(Insn.CALL, 0, 0, 0, InsnPatcher.POISON_IMM)), patch.after());
    }

    @Rule(24)
    @Test
    void arithmeticJustGetsTheOffset() {
        assertEquals(
                Patch.Outcome.PATCHED,
                patch(MOV64_K, new MemorySize(4, 8, true)).outcome());
    }
}
