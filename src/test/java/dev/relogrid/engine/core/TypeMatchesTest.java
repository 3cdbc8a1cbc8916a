package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.CHAR;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The strict comparison of whole types, bpf_core_type_matches(). */
final class TypeMatchesTest {

    record Case(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case yes(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, "resolved");
    }

    private static Case no(String name, ToIntFunction<BtfBuilder> local, ToIntFunction<BtfBuilder> target) {
        return new Case(name, local, target, "absent");
    }

    /** A case about the type of a struct's only member. */
    private static Case field(String name, String answer, ToIntFunction<BtfBuilder> a, ToIntFunction<BtfBuilder> b) {
        return new Case(
                name,
                t -> t.struct("foo", 64, member("x", a.applyAsInt(t), 0)),
                t -> t.struct("foo", 64, member("x", b.applyAsInt(t), 0)),
                answer);
    }

    private static int integer(BtfBuilder t) {
        return t.integer("int", 4, SIGNED);
    }

    private static int anEnum(BtfBuilder t, String... names) {
        BtfBuilder.Enumerator[] values = new BtfBuilder.Enumerator[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = enumerator(names[i], i);
        }
        return t.enumeration("e", 4, false, values);
    }

    private static int nested(BtfBuilder t, int depth) {
        int type = integer(t);
        for (int i = 0; i < depth; i++) {
            type = t.struct("foo", 4, member("x", type, 0));
        }
        return type;
    }

    static final List<Case> CASES = List.of(
            yes("local members are a subset", t -> t.struct("foo", 4, member("x", integer(t), 0)), t -> {
                int i = integer(t);
                return t.struct("foo", 64, member("y", i, 8), member("x", i, 16));
            }),
            no(
                    "a local member is missing",
                    t -> t.struct("foo", 4, member("x", integer(t), 0)),
                    t -> t.struct("foo", 4, member("y", integer(t), 0))),
            no(
                    "more members than the target",
                    t -> {
                        int i = integer(t);
                        return t.struct("foo", 8, member("x", i, 0), member("x", i, 4));
                    },
                    t -> t.struct("foo", 4, member("x", integer(t), 0))),
            yes(
                    "member names are cut",
                    t -> t.struct("foo", 4, member("x___a", integer(t), 0)),
                    t -> t.struct("foo", 4, member("x___b", integer(t), 0))),
            field("ints of one name", "resolved", t -> integer(t), t -> integer(t)),
            field(
                    "long long of clang and gcc",
                    "absent",
                    t -> t.integer("long long", 8, 1),
                    t -> t.integer("long long int", 8, 1)),
            field("char of clang and gcc", "absent", t -> t.integer("char", 1, SIGNED), t -> t.integer("char", 1, 0)),
            field(
                    "encodings beside the sign",
                    "resolved",
                    t -> t.integer("char", 1, CHAR),
                    t -> t.integer("char", 1, 0)),
            field("ints of other size", "absent", t -> integer(t), t -> t.integer("int", 2, SIGNED)),
            field("arrays of other length", "absent", t -> t.array(integer(t), 1, 3), t -> t.array(integer(t), 1, 4)),
            field("arrays alike", "resolved", t -> t.array(integer(t), 1, 3), t -> t.array(integer(t), 1, 3)),
            field("enumerators are a subset", "resolved", t -> anEnum(t, "A"), t -> anEnum(t, "B", "A")),
            field("an enumerator is missing", "absent", t -> anEnum(t, "A", "C"), t -> anEnum(t, "B", "A")),
            field("more enumerators", "absent", t -> anEnum(t, "A", "B"), t -> anEnum(t, "A")),
            field("enumerator flavours", "resolved", t -> anEnum(t, "A___x"), t -> anEnum(t, "A")),
            field("enum, enum64 of other size", "absent", t -> anEnum(t), t -> t.enum64("e", false)),
            field("enum of 8 bytes, enum64", "resolved", t -> t.enumeration("e", 8, false), t -> t.enum64("e", false)),
            field("enum, int", "absent", t -> anEnum(t), t -> t.integer("e", 4, 0)),
            field("structs of other name", "absent", t -> t.struct("a", 4), t -> t.struct("b", 4)),
            field("struct, union", "absent", t -> t.struct("a", 4), t -> t.union("a", 4)),
            field("struct, its forward", "absent", t -> t.struct("a", 4), t -> t.forward("a", false)),
            field("forwards", "resolved", t -> t.forward("a", false), t -> t.forward("a", false)),
            field("forwards of struct and union", "absent", t -> t.forward("a", false), t -> t.forward("a", true)),
            field(
                    "pointer: struct, its forward",
                    "resolved",
                    t -> t.pointer(t.struct("a", 4)),
                    t -> t.pointer(t.forward("a", false))),
            field(
                    "pointer: forward, its struct",
                    "resolved",
                    t -> t.pointer(t.forward("a", false)),
                    t -> t.pointer(t.struct("a", 4))),
            field(
                    "pointer: forward, its union",
                    "resolved",
                    t -> t.pointer(t.forward("a", true)),
                    t -> t.pointer(t.union("a", 4))),
            field(
                    "pointer: forward of the other",
                    "absent",
                    t -> t.pointer(t.forward("a", true)),
                    t -> t.pointer(t.struct("a", 4))),
            field(
                    "pointer: union, forward struct",
                    "absent",
                    t -> t.pointer(t.union("a", 4)),
                    t -> t.pointer(t.forward("a", false))),
            field(
                    "pointer: struct, union",
                    "absent",
                    t -> t.pointer(t.struct("a", 4)),
                    t -> t.pointer(t.union("a", 4))),
            field(
                    "pointer: names still count",
                    "absent",
                    t -> t.pointer(t.struct("a", 4)),
                    t -> t.pointer(t.struct("b", 4))),
            field(
                    "pointer: members do not",
                    "resolved",
                    t -> t.pointer(t.struct("a", 4, member("x", 0, 0))),
                    t -> t.pointer(t.struct("a", 4))),
            field(
                    "pointer: ints still do",
                    "absent",
                    t -> t.pointer(integer(t)),
                    t -> t.pointer(t.integer("int", 8, 1))),
            field("void pointers", "resolved", t -> t.pointer(0), t -> t.pointer(0)),
            field("void, int pointer", "absent", t -> t.pointer(0), t -> t.pointer(integer(t))),
            field(
                    "typedef names below the root",
                    "resolved",
                    t -> t.typedef("a_t", integer(t)),
                    t -> t.typedef("b_t", integer(t))),
            field("modifiers", "resolved", t -> t.modifier(BtfKind.CONST, integer(t)), t -> t.typeTag("u", integer(t))),
            field("floats never match", "absent", t -> t.floating("f", 4), t -> t.floating("f", 4)),
            field(
                    "prototypes",
                    "resolved",
                    t -> t.prototype(integer(t), new Parameter("a", 1)),
                    t -> t.prototype(integer(t), new Parameter("b", 1))),
            field(
                    "prototypes of other length",
                    "absent",
                    t -> t.prototype(0, new Parameter("a", 0)),
                    t -> t.prototype(0)),
            field(
                    "prototypes, other parameter",
                    "absent",
                    t -> t.prototype(0, new Parameter("a", integer(t))),
                    t -> t.prototype(0, new Parameter("a", t.pointer(0)))),
            field("prototypes, other return", "absent", t -> t.prototype(integer(t)), t -> t.prototype(0)),
            yes("31 levels of members", t -> nested(t, 31), t -> nested(t, 31)),
            new Case("32 levels of members", t -> nested(t, 32), t -> nested(t, 32), "rejected"));

    @Rule(22)
    @ParameterizedTest
    @FieldSource("CASES")
    void namesAndShapesMustAgree(Case c) {
        Scene scene = new Scene();
        int local = c.local.applyAsInt(scene.local);
        int there = c.target.applyAsInt(scene.target);
        Resolution answer = scene.resolve(ReloKind.TYPE_MATCHES, local, "0");
        assertEquals(c.answer, Scene.word(answer));
        assertEquals(there, answer.candidates().getLast().candidate().id());
        if (answer instanceof Resolution.Rejected rejected) {
            assertEquals(Errno.EINVAL, rejected.errno());
        }
    }
}
