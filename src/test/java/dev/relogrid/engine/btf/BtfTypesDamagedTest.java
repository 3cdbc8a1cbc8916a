package dev.relogrid.engine.btf;

import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.BtfBuilder.Placed;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Types that refer to what is not there, or claim more than there is. */
final class BtfTypesDamagedTest {

    record Case(String name, Consumer<BtfBuilder> types, String expected, String found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case id(String name, Consumer<BtfBuilder> types) {
        return new Case(name, types, "type ids below 3 in type [2]", "77");
    }

    private static Case count(String name, int kind, int vlen, String expected) {
        return new Case(name, t -> t.raw(0, kind << 24 | vlen, 0), expected, "12 bytes left");
    }

    /** Each adds a second type to an int. */
    static final List<Case> DAMAGED = List.of(
            id("pointer", t -> t.pointer(77)),
            id("typedef", t -> t.typedef("t", 77)),
            id("const", t -> t.modifier(BtfKind.CONST, 77)),
            id("type tag", t -> t.typeTag("t", 77)),
            id("decl tag", t -> t.declTag("t", 77, 0)),
            id("array element", t -> t.array(77, 1, 1)),
            id("array index", t -> t.array(1, 77, 1)),
            id("member", t -> t.struct("s", 4, member("a", 1, 0), member("b", 77, 4))),
            id("return type", t -> t.prototype(77)),
            id("parameter", t -> t.prototype(1, new Parameter("p", 77))),
            id("function", t -> t.function("f", 77, 1)),
            id("variable", t -> t.variable("v", 77, 1)),
            id("section variable", t -> t.datasec("d", 4, new Placed(77, 0, 4))),
            new Case("id -1", t -> t.pointer(-1), "type ids below 3 in type [2]", "4294967295"),
            new Case("function of an int", t -> t.function("f", 1, 1), "the id of a func_proto in func [2]", "[1] int"),
            new Case("function of void", t -> t.function("f", 0, 1), "the id of a func_proto in func [2]", "[0] void"),
            new Case("name", t -> t.raw(500, BtfKind.FWD << 24, 0), "name offsets below 5 in type [2]", "500"),
            new Case("name -1", t -> t.raw(-1, BtfKind.FWD << 24, 0), "name offsets below 5 in type [2]", "4294967295"),
            new Case(
                    "member name",
                    t -> t.raw(0, BtfKind.STRUCT << 24 | 1, 0, 500, 1, 0),
                    "name offsets below 5 in type [2]",
                    "500"),
            new Case(
                    "enumerator name",
                    t -> t.raw(0, BtfKind.ENUM << 24 | 1, 4, 500, 1),
                    "name offsets below 5 in type [2]",
                    "500"),
            new Case("kind 0", t -> t.raw(0, 0, 0), "a known kind (1 to 19)", "kind 0"),
            new Case("kind 127", t -> t.raw(0, 127 << 24, 0), "a known kind (1 to 19)", "kind 127"),
            new Case("half a type", t -> t.raw(0, BtfKind.FWD << 24), "a type of 12 bytes", "8 bytes left"),
            count("members", BtfKind.STRUCT, 0xff_ffff, "201326592 bytes for a struct of 16777215 elements"),
            count("enumerators", BtfKind.ENUM, 1, "20 bytes for a enum of 1 elements"),
            count("parameters", BtfKind.FUNC_PROTO, 0xff_ffff, "134217732 bytes for a func_proto of 16777215 elements"),
            count("int without its word", BtfKind.INT, 0, "16 bytes for a int of 0 elements"));

    @ParameterizedTest
    @FieldSource("DAMAGED")
    void damagedTypeSaysWhich(Case c) {
        BtfBuilder builder = new BtfBuilder();
        builder.integer("int", 4, 1);
        c.types.accept(builder);
        MalformedInput error = assertThrows(MalformedInput.class, builder::build);
        assertEquals(".BTF types", error.section());
        assertEquals(c.expected, error.expected());
        assertEquals(c.found, error.found());
        assertTrue(error.offset() >= 16 && error.offset() <= 28, error::getMessage);
    }

    @Test
    void typedefsInACircleEndQuickly() {
        BtfBuilder t = new BtfBuilder();
        t.typedef("a", 2);
        t.modifier(BtfKind.CONST, 1);
        Btf btf = t.build();
        MalformedInput error = assertThrows(MalformedInput.class, () -> btf.skipModifiersAndTypedefs(1));
        assertEquals("at most 256 typedefs and modifiers in a row", error.expected());
        assertEquals("more at [1]", error.found());
        assertEquals(-Errno.EINVAL, btf.resolveSize(1));
    }

    @Test
    void arraysInACircleHaveNoSize() {
        BtfBuilder t = new BtfBuilder();
        t.array(1, 1, 1);
        assertEquals(-Errno.EINVAL, t.build().resolveSize(1));
    }

    @Test
    void emptyArraysInACircleHaveNoSize() {
        BtfBuilder t = new BtfBuilder();
        t.array(1, 1, 0);
        assertEquals(-Errno.EINVAL, t.build().resolveSize(1));
    }

    @Test
    void structThatHoldsItselfHasTheSizeItSays() {
        BtfBuilder t = new BtfBuilder();
        t.struct("s", 40, member("s", 1, 0));
        t.enumeration("e", 4, false, enumerator("A", 1));
        assertEquals(40, t.build().resolveSize(1));
    }

    @Test
    void splitMayNameTypesOfItsBaseOnly() {
        BtfBuilder base = new BtfBuilder();
        base.integer("int", 4, 1);
        BtfBuilder module = BtfBuilder.over(base);
        module.pointer(3);
        MalformedInput error = assertThrows(MalformedInput.class, module::build);
        assertEquals("type ids below 3 in type [2]", error.expected());
    }
}
