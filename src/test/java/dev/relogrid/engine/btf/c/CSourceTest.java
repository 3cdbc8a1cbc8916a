package dev.relogrid.engine.btf.c;

import static dev.relogrid.fixture.BtfBuilder.bits;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import org.junit.jupiter.api.Test;

final class CSourceTest {
    private final BtfBuilder types = new BtfBuilder();
    private final int anInt = types.integer("int", 4, BtfBuilder.SIGNED);
    private final int aChar = types.integer("char", 1, BtfBuilder.SIGNED);
    private final int aLong = types.integer("long unsigned int", 8, 0);

    private void assertC(int id, String... lines) {
        assertEquals(String.join("\n", lines) + "\n", CSource.of(types.build(), id));
    }

    private void assertFile(int id, String... lines) {
        assertEquals(String.join("\n", lines) + "\n", CSource.withDependencies(types.build(), id));
    }

    @Test
    void declaratorsReadFromTheNameOutwards() {
        int function = types.prototype(anInt, new Parameter("a", aChar), new Parameter("", 0));
        int plain = types.prototype(0);
        int table = types.array(types.pointer(function), anInt, 2);
        int constPointer = types.modifier(BtfKind.CONST, types.pointer(types.modifier(BtfKind.CONST, aChar)));
        int pointerToArray = types.pointer(types.array(aChar, anInt, 8));
        int returnsFunction = types.pointer(types.prototype(types.pointer(plain), new Parameter("", anInt)));
        assertC(
                types.struct(
                        "s",
                        48,
                        member("table", table, 0),
                        member("text", constPointer, 16),
                        member("row", pointerToArray, 24),
                        member("pick", returnsFunction, 32),
                        member("grid", types.array(types.array(anInt, anInt, 2), anInt, 1), 40)),
                "struct s {",
                "\tint (*table[2])(char a, ...);",
                "\tconst char *const text;",
                "\tchar (*row)[8];",
                "\tvoid (*(*pick)(int))(void);",
                "\tint grid[1][2];",
                "};");
    }

    @Test
    void oneDefinitionAloneHasAllNamesAsTheyAre() {
        int first = types.struct("twin", 4, member("a", anInt, 0));
        int second = types.struct("twin", 8, member("b", aLong, 0));
        int both = types.struct("both", 16, member("one", first, 0), member("two", second, 8));
        assertEquals("struct both {\n\tstruct twin one;\n\tstruct twin two;\n};\n", CSource.alone(types.build(), both));
        assertEquals("struct twin {\n\tlong unsigned int b;\n};\n", CSource.alone(types.build(), second));
    }

    @Test
    void aQualifierIsWrittenOnce() {
        int twice = types.modifier(BtfKind.CONST, types.modifier(BtfKind.CONST, anInt));
        assertC(types.typedef("t", twice), "typedef const int t;");
    }

    @Test
    void typeTagsBecomeAttributes() {
        int tagged = types.pointer(types.typeTag("rcu", anInt));
        assertC(types.typedef("t", tagged), "typedef __attribute__((btf_type_tag(\"rcu\"))) int *t;");
    }

    @Test
    void holesBecomeUnnamedBitfields() {
        assertC(
                types.struct("s", 24, member("a", aChar, 0), member("b", anInt, 8), member("c", aChar, 12)),
                "struct s {",
                "\tchar a;",
                "\tlong: 56;",
                "\tint b;",
                "\tchar c;",
                "\tlong: 64;",
                "};");
    }

    @Test
    void alignmentNeedsNoPadding() {
        assertC(
                types.struct("s", 16, member("a", aChar, 0), member("b", aLong, 8)),
                "struct s {",
                "\tchar a;",
                "\tlong unsigned int b;",
                "};");
    }

    @Test
    void aMemberOutOfPlaceMakesAPackedStruct() {
        assertC(
                types.struct("s", 9, member("a", aChar, 0), member("b", aLong, 1)),
                "struct s {",
                "\tchar a;",
                "\tlong unsigned int b;",
                "} __attribute__((packed));");
    }

    @Test
    void bitfieldsKeepTheirPlaces() {
        assertC(
                types.struct("s", 8, bits("a", anInt, 0, 3), bits("b", anInt, 8, 5), bits("c", anInt, 32, 32)),
                "struct s {",
                "\tint a: 3;",
                "\tchar: 5;",
                "\tint b: 5;",
                "\tint c: 32;",
                "};");
    }

    @Test
    void bitfieldsOfBeforeKernel5AreRead() {
        int four = types.bitInteger("unsigned int", 4, 4, 4);
        assertC(types.struct("s", 4, member("a", four, 0)), "struct s {", "\tchar: 4;", "\tunsigned int a: 4;", "};");
    }

    @Test
    void aUnionKeepsItsSize() {
        assertC(
                types.union("u", 16, member("a", anInt, 0), member("b", aLong, 0)),
                "union u {",
                "\tint a;",
                "\tlong unsigned int b;",
                "\tstruct {",
                "\t\tlong: 64;",
                "\t\tlong: 64;",
                "\t};",
                "};");
    }

    @Test
    void unnamedMembersAreWrittenOutEvenWhenTheirTypeHasAName() {
        int named = types.struct("inner", 4, member("x", anInt, 0));
        int unnamed = types.union("", 4, member("y", anInt, 0));
        assertFile(
                types.struct("s", 8, member("", named, 0), member("", unnamed, 4)),
                "struct s {",
                "\tstruct {",
                "\t\tint x;",
                "\t};",
                "\tunion {",
                "\t\tint y;",
                "\t};",
                "};");
    }

    @Test
    void enumsKeepTheirSizeAndSign() {
        assertC(
                types.enumeration("small", 1, true, enumerator("MINUS", -1)),
                "enum small {",
                "\tMINUS = -1,",
                "} __attribute__((mode(QI)));");
        assertC(
                types.enum64("large", false, enumerator("ALL", -1)),
                "enum large {",
                "\tALL = 18446744073709551615ULL,",
                "} __attribute__((mode(DI)));");
        assertC(
                types.enum64("low", true, enumerator("LOWEST", Long.MIN_VALUE)),
                "enum low {",
                "\tLOWEST = -9223372036854775807LL - 1,",
                "} __attribute__((mode(DI)));");
        assertC(types.enumeration("later", 4, false), "enum later;");
    }

    @Test
    void whatIsPointedToIsOnlyMentioned() {
        int self = types.nextId();
        types.struct("node", 16, member("next", types.nextId() + 1, 0), member("other", types.nextId() + 3, 8));
        types.pointer(self);
        int other = types.struct("other", 4, member("x", anInt, 0));
        types.pointer(other);
        assertFile(self, "struct other;", "", "struct node {", "\tstruct node *next;", "\tstruct other *other;", "};");
    }

    @Test
    void whatIsContainedGoesBefore() {
        int inner = types.struct("inner", 4, member("x", anInt, 0));
        int alias = types.typedef("inner_t", inner);
        int colour = types.enumeration("colour", 4, false, enumerator("RED", 0));
        assertFile(
                types.struct("s", 8, member("in", alias, 0), member("c", colour, 4)),
                "struct inner;",
                "",
                "typedef struct inner inner_t;",
                "",
                "struct inner {",
                "\tint x;",
                "};",
                "",
                "enum colour {",
                "\tRED = 0,",
                "};",
                "",
                "struct s {",
                "\tinner_t in;",
                "\tenum colour c;",
                "};");
    }

    @Test
    void aNameIsDefinedOnce() {
        int first = types.struct("s", 4, member("x", anInt, 0));
        int second = types.struct("s", 1, member("x", aChar, 0));
        int colours = types.enumeration("", 4, false, enumerator("RED", 0));
        int others = types.enumeration("", 4, false, enumerator("RED", 1));
        types.forward("s", true);
        int all = types.struct(
                "all",
                20,
                member("a", first, 0),
                member("b", second, 4),
                member("c", colours, 8),
                member("d", others, 12));
        assertEquals("""
                struct all {
                	struct s a;
                	struct s___2 b;
                	enum {
                		RED = 0,
                	} c;
                	enum {
                		RED___2 = 1,
                	} d;
                	int: 32;
                };
                """, CSource.of(types.build(), all));
    }

    @Test
    void intsUnknownToCAreDefined() {
        int poly = types.integer("__Poly8_t", 1, 0);
        assertFile(
                types.typedef("poly8_t", poly), "typedef unsigned char __Poly8_t;", "", "typedef __Poly8_t poly8_t;");
    }

    @Test
    void anotherCompilersVaListGetsAnotherName() {
        int list = types.typedef("__builtin_va_list", types.array(aLong, anInt, 3));
        assertFile(
                types.typedef("va_list", list),
                "typedef long unsigned int __builtin_va_list___2[3];",
                "",
                "typedef __builtin_va_list___2 va_list;");
        assertC(types.typedef("__gnuc_va_list", 0), "typedef __builtin_va_list __gnuc_va_list;");
    }

    @Test
    void functionsAndVariablesAreDeclared() {
        int path = types.struct("path", 4, member("x", anInt, 0));
        int open = types.prototype(anInt, new Parameter("path", types.pointer(path)));
        assertC(types.function("vfs_open", open, 0), "struct path;", "", "int vfs_open(struct path *path);");
        assertC(types.variable("jiffies", types.modifier(BtfKind.VOLATILE, aLong), 1), """
                extern volatile long unsigned int jiffies;""");
    }
}
