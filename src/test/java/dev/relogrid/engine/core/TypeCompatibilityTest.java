package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.Errno;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.Rule;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The loose comparison of whole types: kinds at every level, names and sizes nowhere. */
final class TypeCompatibilityTest {

    record Case(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target, int answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case yes(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, 1);
    }

    private static Case no(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, 0);
    }

    private static int integer(BtfBuilder t) {
        return t.integer("int", 4, SIGNED);
    }

    private static int array(BtfBuilder t, int element, int count) {
        return t.array(element, element, count);
    }

    static int pointers(BtfBuilder t, int depth) {
        int type = t.integer("int", 4, SIGNED);
        for (int i = 0; i < depth; i++) {
            type = t.pointer(type);
        }
        return type;
    }

    static int callbacks(BtfBuilder t, int depth) {
        int type = t.integer("int", 4, SIGNED);
        for (int i = 0; i < depth; i++) {
            type = t.prototype(0, new Parameter("f", type));
        }
        return type;
    }

    static final List<Case> CASES = List.of(
            yes("structs, whatever is in them", t -> t.struct("s", 4, member("a", 0, 0)), t -> t.struct("t", 8)),
            no("struct, union", t -> t.struct("s", 4), t -> t.union("s", 4)),
            no("struct, forward", t -> t.struct("s", 4), t -> t.forward("s", false)),
            yes("forwards of struct and union", t -> t.forward("s", false), t -> t.forward("u", true)),
            yes("enum, enum64", t -> t.enumeration("e", 4, false, enumerator("A", 1)), t -> t.enum64("f", true)),
            yes("ints of other size and name", t -> integer(t), t -> t.integer("u8", 1, 0)),
            no("bit-offset int", t -> integer(t), t -> t.bitInteger("int", 4, 2, 3)),
            no("floats are not compared", t -> t.floating("f", 4), t -> t.floating("f", 4)),
            yes("pointers to structs", t -> t.pointer(t.struct("s", 4)), t -> t.pointer(t.struct("t", 8))),
            no(
                    "pointers to forward and struct",
                    t -> t.pointer(t.forward("s", false)),
                    t -> t.pointer(t.struct("s", 4))),
            no("pointers to int and struct", t -> t.pointer(integer(t)), t -> t.pointer(t.struct("s", 4))),
            yes("pointers to void", t -> t.pointer(0), t -> t.pointer(0)),
            yes("arrays of other length", t -> array(t, integer(t), 3), t -> array(t, integer(t), 9)),
            no("arrays of other elements", t -> array(t, integer(t), 3), t -> array(t, t.struct("s", 4), 3)),
            yes(
                    "modifiers below the root",
                    t -> t.pointer(t.modifier(BtfKind.CONST, integer(t))),
                    t -> t.pointer(t.typedef("i", integer(t)))),
            no("modifier at the root", t -> t.modifier(BtfKind.CONST, integer(t)), t -> integer(t)),
            no("typedef at one root", t -> t.typedef("i", integer(t)), t -> integer(t)),
            yes("typedefs at both roots", t -> t.typedef("i", integer(t)), t -> t.typedef("j", t.integer("l", 8, 0))),
            yes(
                    "prototypes",
                    t -> t.prototype(integer(t), new Parameter("a", t.pointer(0))),
                    t -> t.prototype(integer(t), new Parameter("b", t.pointer(0)))),
            no("prototypes of other length", t -> t.prototype(0), t -> t.prototype(0, new Parameter("a", integer(t)))),
            no(
                    "prototypes with other parameters",
                    t -> t.prototype(0, new Parameter("a", integer(t))),
                    t -> t.prototype(0, new Parameter("a", t.pointer(0)))),
            no("prototypes that return otherwise", t -> t.prototype(integer(t)), t -> t.prototype(0)),
            no(
                    "functions are not looked into",
                    t -> t.function("f", t.prototype(0), 1),
                    t -> t.function("f", t.prototype(0), 1)),
            yes("31 pointers", t -> pointers(t, 31), t -> pointers(t, 31)),
            new Case("32 pointers", t -> pointers(t, 32), t -> pointers(t, 32), -Errno.EINVAL),
            yes("32 callbacks", t -> callbacks(t, 32), t -> callbacks(t, 32)),
            new Case("33 callbacks", t -> callbacks(t, 33), t -> callbacks(t, 33), -Errno.EINVAL));

    @Rule(21)
    @ParameterizedTest
    @FieldSource("CASES")
    void kindsMustAgreeAtEveryLevel(Case c) {
        BtfBuilder local = new BtfBuilder();
        BtfBuilder target = new BtfBuilder();
        int localId = c.local.applyAsInt(local);
        int targetId = c.target.applyAsInt(target);
        assertEquals(c.answer, Compatibility.types(local.build(), localId, target.build(), targetId));
    }

    @Rule(21)
    @Test
    void tooDeepFailsTheObject() {
        Scene scene = new Scene();
        int local = scene.local.typedef("deep_t", pointers(scene.local, 32));
        scene.target.typedef("deep_t", pointers(scene.target, 32));
        assertEquals(
                Errno.EINVAL,
                Scene.rejected(scene.resolve(ReloKind.TYPE_EXISTS, local, "0")).errno());
    }

    @Rule(21)
    @Test
    void existsAndSizeAndIdUseIt() {
        Scene scene = new Scene();
        int local = scene.local.typedef("p_t", scene.local.pointer(scene.local.forward("s", false)));
        scene.target.typedef("p_t", scene.target.pointer(scene.target.struct("s", 4)));
        assertEquals("absent", Scene.word(scene.resolve(ReloKind.TYPE_EXISTS, local, "0")));
        assertEquals("absent", Scene.word(scene.resolve(ReloKind.TYPE_SIZE, local, "0")));
        assertEquals("absent", Scene.word(scene.resolve(ReloKind.TYPE_ID_TARGET, local, "0")));
        assertEquals("resolved", Scene.word(scene.resolve(ReloKind.TYPE_MATCHES, local, "0")));
    }
}
