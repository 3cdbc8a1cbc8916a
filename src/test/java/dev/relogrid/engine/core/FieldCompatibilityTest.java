package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Member;
import dev.relogrid.fixture.Rule;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whether a member found by its name counts as the same field. */
final class FieldCompatibilityTest {

    record Case(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target, boolean compatible) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case yes(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, true);
    }

    private static Case no(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, false);
    }

    private static int integer(BtfBuilder t) {
        return t.integer("int", 4, SIGNED);
    }

    private static int anEnum(BtfBuilder t, String name) {
        return t.enumeration(name, 4, false, enumerator("A", 1));
    }

    private static int array(BtfBuilder t, int element, int count) {
        return t.array(element, element, count);
    }

    static final List<Case> CASES = List.of(
            yes("struct, union", t -> t.struct("a", 4), t -> t.union("b", 8)),
            yes("structs of other names", t -> t.struct("a", 4), t -> t.struct("b", 8)),
            yes("pointers to anything", t -> t.pointer(0), t -> t.pointer(t.struct("b", 8))),
            yes("floats", t -> t.floating("float", 4), t -> t.floating("double", 8)),
            yes("ints of other size and sign", t -> integer(t), t -> t.integer("u8", 1, 0)),
            no("bit-offset int there", t -> integer(t), t -> t.bitInteger("int", 4, 3, 5)),
            no("bit-offset int here", t -> t.bitInteger("int", 4, 3, 5), t -> integer(t)),
            yes("enums of one name", t -> anEnum(t, "e___x"), t -> anEnum(t, "e")),
            no("enums of two names", t -> anEnum(t, "e"), t -> anEnum(t, "f")),
            yes("anonymous enum here", t -> anEnum(t, ""), t -> anEnum(t, "f")),
            yes("anonymous enum there", t -> anEnum(t, "e"), t -> anEnum(t, "")),
            yes("enum, enum64 of one name", t -> anEnum(t, "e"), t -> t.enum64("e", true)),
            no("enum, enum64 of two names", t -> anEnum(t, "e"), t -> t.enum64("f", true)),
            yes("forwards of one name", t -> t.forward("s___a", false), t -> t.forward("s", true)),
            no("forwards of two names", t -> t.forward("s", false), t -> t.forward("u", false)),
            yes("arrays by element", t -> array(t, integer(t), 3), t -> array(t, t.integer("u8", 1, 0), 9)),
            no("arrays of other elements", t -> array(t, integer(t), 3), t -> array(t, t.pointer(0), 3)),
            no("array, its element", t -> array(t, integer(t), 3), t -> integer(t)),
            yes(
                    "arrays of arrays",
                    t -> array(t, array(t, integer(t), 3), 2),
                    t -> array(t, array(t, integer(t), 1), 1)),
            no("enum, int", t -> anEnum(t, "e"), t -> integer(t)),
            no("int, enum", t -> integer(t), t -> anEnum(t, "e")),
            no("pointer, long", t -> t.pointer(0), t -> t.integer("long unsigned int", 8, 0)),
            no("forward, struct", t -> t.forward("s", false), t -> t.struct("s", 4)),
            no("struct, pointer to it", t -> t.struct("s", 4), t -> t.pointer(t.struct("s", 4))),
            no("float, int", t -> t.floating("float", 4), t -> integer(t)),
            no("prototypes", t -> t.prototype(0), t -> t.prototype(0)),
            yes(
                    "behind typedefs and modifiers",
                    t -> t.typedef("a_t", t.modifier(BtfKind.CONST, t.typeTag("rcu", integer(t)))),
                    t -> t.modifier(BtfKind.VOLATILE, t.typedef("b_t", t.modifier(BtfKind.RESTRICT, integer(t))))),
            no("decl_tag is no modifier", t -> integer(t), t -> t.declTag("tag", integer(t), -1)));

    @Rule(10)
    @ParameterizedTest
    @FieldSource("CASES")
    void typeOfTheMemberDecides(Case c) {
        Scene scene = new Scene();
        int foo = scene.local.struct("foo", 8, new Member("x", c.local.applyAsInt(scene.local), 0, 0));
        scene.target.struct("foo", 8, new Member("x", c.target.applyAsInt(scene.target), 0, 0));
        Resolution answer = scene.resolve(ReloKind.FIELD_EXISTS, foo, "0:0");
        assertEquals(c.compatible ? "resolved" : "absent", Scene.word(answer));
        assertEquals(!c.compatible, answer.candidates().getFirst().incompatible());
    }
}
