package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Errno;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which target types a local root type is held against. */
final class CandidateSearchTest {

    record Case(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target, boolean meet) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static int struct(BtfBuilder types, String name) {
        return types.struct(name, 4, member("x", types.integer("int", 4, SIGNED), 0));
    }

    private static int anEnum(BtfBuilder types, String name) {
        return types.enumeration(name, 4, false, enumerator("A", 1));
    }

    static final List<Case> CASES = List.of(
            new Case("struct, struct", t -> struct(t, "foo"), t -> struct(t, "foo"), true),
            new Case("flavour on the local side", t -> struct(t, "foo___a"), t -> struct(t, "foo"), true),
            new Case("flavour on the target side", t -> struct(t, "foo"), t -> struct(t, "foo___b"), true),
            new Case("flavours on both sides", t -> struct(t, "foo___a"), t -> struct(t, "foo___b"), true),
            new Case("two flavours against one", t -> struct(t, "a___b___c"), t -> struct(t, "a___b"), false),
            new Case("prefix is not enough", t -> struct(t, "foo"), t -> struct(t, "foobar"), false),
            new Case("struct, union", t -> struct(t, "foo"), t -> t.union("foo", 4), false),
            new Case("struct, forward", t -> struct(t, "foo"), t -> t.forward("foo", false), false),
            new Case("forward, struct", t -> t.forward("foo", false), t -> struct(t, "foo"), false),
            new Case("forward, forward", t -> t.forward("foo", false), t -> t.forward("foo", true), true),
            new Case("struct, typedef", t -> struct(t, "foo"), t -> t.typedef("foo", struct(t, "bar")), false),
            new Case("typedef, struct", t -> t.typedef("foo", struct(t, "bar")), t -> struct(t, "foo"), false),
            new Case(
                    "typedefs of like", t -> t.typedef("f", struct(t, "a")), t -> t.typedef("f", struct(t, "b")), true),
            new Case("enum, enum64", t -> anEnum(t, "e"), t -> t.enum64("e", false, enumerator("A", 2)), true),
            new Case("enum64, enum", t -> t.enum64("e", true), t -> anEnum(t, "e"), true),
            new Case("enum, int", t -> anEnum(t, "e"), t -> t.integer("e", 4, 0), false),
            new Case("int, int of another size", t -> t.integer("e", 8, 0), t -> t.integer("e", 4, SIGNED), true));

    @Rule({1, 2})
    @ParameterizedTest
    @FieldSource("CASES")
    void takesTypesOfTheSameKindAndEssentialName(Case c) {
        Scene scene = new Scene();
        int local = c.local.applyAsInt(scene.local);
        int there = c.target.applyAsInt(scene.target);
        Resolution answer = scene.resolve(ReloKind.TYPE_EXISTS, local, "0");
        assertEquals(c.meet ? List.of(there) : List.of(), ids(answer));
        assertEquals(c.meet ? "resolved" : "absent", Scene.word(answer));
    }

    @Rule(2)
    @Test
    void candidatesComeInIdOrder() {
        Scene scene = new Scene();
        int local = struct(scene.local, "foo");
        int first = struct(scene.target, "foo___b");
        struct(scene.target, "other");
        int second = struct(scene.target, "foo");
        Resolution answer = scene.resolve(ReloKind.TYPE_EXISTS, local, "0");
        assertEquals(
                List.of(first, second),
                answer.candidates().stream().map(c -> c.candidate().id()).toList());
    }

    @Rule(3)
    @Test
    void modulesAreSearchedOnlyWhenTheKernelHasNone() {
        Scene scene = new Scene();
        int local = struct(scene.local, "foo");
        int inKernel = scene.target.struct("foo", 0);
        struct(scene.module(), "foo");
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, local, "0:0");
        assertEquals("poison", Scene.word(answer));
        assertEquals(List.of(inKernel), ids(answer));
    }

    @Rule(3)
    @Test
    void allModulesAreSearchedInLoadOrder() {
        Scene scene = new Scene();
        int local = struct(scene.local, "foo");
        struct(scene.target, "other");
        struct(scene.module(), "nothing");
        int second = struct(scene.module(), "foo");
        int third = struct(scene.module(), "foo___x");
        Resolution answer = scene.resolve(ReloKind.FIELD_BYTE_OFFSET, local, "0:0");
        assertEquals("resolved", Scene.word(answer));
        assertEquals(List.of(second, third), ids(answer));
        assertEquals(
                "module1", answer.candidates().getFirst().candidate().source().name());
        assertEquals(
                "module2", answer.candidates().getLast().candidate().source().name());
    }

    @Rule(3)
    @Test
    void twoModulesThatDisagreeAreAmbiguous() {
        Scene scene = new Scene();
        int local = struct(scene.local, "foo");
        int number = scene.target.integer("int", 4, SIGNED);
        scene.module().struct("foo", 8, member("x", number, 0));
        scene.module().struct("foo", 8, member("x", number, 4));
        assertEquals("ambiguous", Scene.word(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, local, "0:0")));
    }

    @Rule(6)
    @Test
    void anonymousRootIsRefusedBeforeAnySearch() {
        Scene scene = new Scene();
        int local = struct(scene.local, "");
        struct(scene.target, "");
        Resolution.Rejected answer = Scene.rejected(scene.resolve(ReloKind.FIELD_BYTE_OFFSET, local, "0:0"));
        assertTrue(answer.search());
        assertEquals(Errno.EINVAL, answer.errno());
        assertEquals(List.of(), answer.candidates());
    }

    @Rule({6, 16})
    @Test
    void localTypeIdNeedsNoNameAndNoTarget() {
        Scene scene = new Scene();
        int local = struct(scene.local, "");
        ReloValue value = Scene.value(scene.resolve(ReloKind.TYPE_ID_LOCAL, local, "0"));
        assertEquals(local, value.original());
        assertEquals(local, value.value());
        assertFalse(value.validate());
    }

    private static List<Integer> ids(Resolution answer) {
        return answer.candidates().stream().map(c -> c.candidate().id()).toList();
    }
}
