package dev.relogrid.engine.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.history.TypeDefinition.Enumerator;
import dev.relogrid.engine.history.TypeDefinition.Member;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.fixture.BtfBuilder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types found in a kernel made for the purpose. */
final class TypeLookupTest {
    private static final Kernel KERNEL = kernel();

    private static Kernel kernel() {
        BtfBuilder types = new BtfBuilder();
        int integer = types.integer("int", 4, BtfBuilder.SIGNED);
        int hidden = types.struct("", 8, BtfBuilder.member("inner", integer, 4));
        types.struct(
                "thing",
                32,
                BtfBuilder.member("first", integer, 0),
                BtfBuilder.member("", hidden, 4),
                BtfBuilder.member("u", hidden, 12),
                BtfBuilder.bits("flag", integer, 8 * 20 + 3, 5),
                BtfBuilder.member("tail", types.array(integer, integer, 0), 24));
        types.typedef("thing", integer);
        types.typedef("kuid_t", types.struct("", 4, BtfBuilder.member("val", integer, 0)));
        types.enumeration("cmd", 4, false, BtfBuilder.enumerator("ALL", -1));
        types.enum64("wide", false, BtfBuilder.enumerator("MOST", -1));
        BtfBuilder module = BtfBuilder.over(types);
        module.struct("in_module", 12, BtfBuilder.member("x", integer, 0));
        Btf split = module.build();
        Btf vmlinux = Objects.requireNonNull(split.base());
        NamedBtf loaded = new NamedBtf("mod", split);
        return new Kernel() {
            @Override
            public String id() {
                return "made";
            }

            @Override
            public Btf vmlinux() {
                return vmlinux;
            }

            @Override
            public List<NamedBtf> modules() {
                return List.of(loaded);
            }
        };
    }

    private static List<FoundType> found(String text) {
        return TypeLookup.parse(text).in(KERNEL);
    }

    private static TypeDefinition definition(String text) {
        return found(text).getFirst().definition();
    }

    @Test
    void membersAreNamedAsProgramsNameThem() {
        TypeDefinition thing = definition("thing");
        assertEquals(
                List.of(
                        new Member("first", "int", 0, 32, false),
                        new Member("inner", "int", 64, 32, false),
                        new Member("u", "struct {...}", 96, 64, false),
                        new Member("u.inner", "int", 128, 32, false),
                        new Member("flag", "int", 163, 5, true),
                        new Member("tail", "int [0]", 192, 0, false)),
                thing.members());
        assertEquals(32, thing.size());
        assertTrue(thing.c().startsWith("struct thing {\n\tint first;\n\tstruct {\n"), thing::c);
    }

    @Test
    void aStructIsMeantBeforeATypedefUnlessTheKindIsSaid() {
        assertEquals(
                List.of("struct", "typedef"),
                found("thing").stream().map(FoundType::kind).toList());
        assertEquals(
                List.of("typedef", "struct"),
                found("typedef thing").stream().map(FoundType::kind).toList());
        assertEquals("int", definition("typedef thing").target());
        assertEquals(List.of(), found("union thing"));
        assertEquals(List.of(), found("nothing"));
    }

    @Test
    void whatATypedefNamesIsToldWhereItHasNoNameOfItsOwn() {
        assertEquals(
                List.of("val"),
                definition("kuid_t").members().stream().map(Member::path).toList());
        assertEquals(
                "typedef struct {\n\tint val;\n} kuid_t;\n",
                definition("kuid_t").c());
        assertEquals(List.of(), definition("typedef thing").members());
    }

    @Test
    void valuesAreOfTheirSignAndWidth() {
        assertEquals(
                List.of(new Enumerator("ALL", "4294967295")),
                definition("enum cmd").enumerators());
        assertEquals(
                List.of(new Enumerator("MOST", "18446744073709551615")),
                definition("wide").enumerators());
        assertEquals("enum", found("wide").getFirst().kind());
    }

    @Test
    void modulesAreAskedWhereTheKernelHasNone() {
        assertEquals("mod", found("in_module").getFirst().module());
        assertEquals("", found("thing").getFirst().module());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "struct a b", "1x", "class x", "struct a.b"})
    void whatIsNoTypeIsABadQuestion(String text) {
        assertThrows(BadQuestion.class, () -> TypeLookup.parse(text));
    }
}
