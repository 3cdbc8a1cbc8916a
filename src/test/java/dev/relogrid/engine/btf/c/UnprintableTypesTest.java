package dev.relogrid.engine.btf.c;

import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** BTF that is in range, and yet no C: one error, soon, and in little memory. */
@Timeout(20)
final class UnprintableTypesTest {
    private static final int LAYERS = 60;

    private final BtfBuilder types = new BtfBuilder();
    private final int anInt = types.integer("int", 4, BtfBuilder.SIGNED);

    private void assertRefused(int id, String expected, String found) {
        Btf btf = types.build();
        MalformedInput first = assertThrows(MalformedInput.class, () -> CSource.of(btf, id));
        MalformedInput second = assertThrows(MalformedInput.class, () -> CSource.withDependencies(btf, id));
        assertEquals(expected + " / " + found, first.expected() + " / " + first.found());
        assertEquals(expected, second.expected());
    }

    @Test
    void aStructInsideItself() {
        int self = types.nextId();
        types.struct("s", 4, member("s", self, 0));
        assertRefused(self, "a type of finite size", "one that contains itself");
    }

    @Test
    void anUnnamedStructInsideItself() {
        int self = types.nextId();
        types.struct("", 4, member("", self, 0));
        assertRefused(self, "a type of finite size", "one that contains itself");
    }

    @Test
    void aTypedefOfItself() {
        int self = types.nextId();
        types.typedef("t", self + 1);
        types.pointer(self);
        assertRefused(self, "a typedef that stands before its use", "one that needs itself");
    }

    @Test
    void aPointerToItself() {
        int self = types.nextId();
        types.pointer(self);
        assertRefused(types.typedef("t", self), "at most " + Btf.MAX_CHAIN + " pointers, arrays and modifiers", "more");
    }

    @Test
    void aFunctionThatTakesItself() {
        int self = types.nextId();
        types.prototype(0, new Parameter("", self));
        assertRefused(types.typedef("t", self), "types nested at most " + Unprintable.MAX_DEPTH + " deep", "more");
    }

    @Test
    void structsTooDeepInside() {
        int inner = types.struct("", 4, member("x", anInt, 0));
        for (int i = 0; i < Unprintable.MAX_DEPTH + 1; i++) {
            inner = types.struct("", 4, member("x", inner, 0));
        }
        assertRefused(
                types.struct("s", 4, member("x", inner, 0)),
                "types nested at most " + Unprintable.MAX_DEPTH + " deep",
                "more");
    }

    @Test
    void aLittleBtfWithEndlessText() {
        int inner = types.union("", 4, member("x", anInt, 0));
        int function = types.prototype(0);
        for (int i = 0; i < LAYERS; i++) {
            inner = types.union("", 4, member("a", inner, 0), member("b", inner, 0));
            function = types.pointer(types.prototype(0, new Parameter("", function), new Parameter("", function)));
        }
        String limit = "at most " + Unprintable.MAX_TEXT + " characters of C";
        assertRefused(types.union("u", 4, member("x", inner, 0)), limit, "more");
        assertRefused(types.typedef("f", function), limit, "more");
    }

    @Test
    void aHoleLargerThanAnyText() {
        assertRefused(
                types.struct("s", -8, member("x", anInt, 0)),
                "at most " + Unprintable.MAX_TEXT + " characters of C",
                "more");
    }

    @Test
    void membersThatOverlap() {
        assertRefused(
                types.struct("s", 8, member("a", anInt, 4), member("b", anInt, 0)),
                "member 1 at bit 64 or later, behind the one before",
                "bit 0");
    }

    @Test
    void namesThatAreNoIdentifiers() {
        assertRefused(types.struct("a b", 4, member("x", anInt, 0)), "names that are C identifiers", "'a b'");
        assertRefused(types.struct("s", 4, member("0x", anInt, 0)), "names that are C identifiers", "'0x'");
        assertRefused(types.typedef("t", types.typeTag("\")", anInt)), "a tag of plain characters", "'\")'");
    }

    @Test
    void typesNoValueCanHave() {
        int variable = types.variable("v", anInt, 1);
        assertRefused(
                types.struct("s", 4, member("x", variable, 0)), "a type values can have", BtfKind.name(BtfKind.VAR));
    }
}
