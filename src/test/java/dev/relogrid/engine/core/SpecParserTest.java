package dev.relogrid.engine.core;

import static dev.relogrid.fixture.BtfBuilder.SIGNED;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.btf.Errno;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An access string over the object's own types becomes a spec, or the object is refused. */
final class SpecParserTest {
    private static final BtfBuilder TYPES = new BtfBuilder();
    private static final int INT = TYPES.integer("int", 4, SIGNED);
    private static final int GRID = TYPES.array(TYPES.array(INT, INT, 3), INT, 2);
    private static final int TAIL = TYPES.array(INT, INT, 0);
    private static final int INNER = TYPES.struct("", 8, member("deep", INT, 4));
    /** n @0, an anonymous struct @8 with deep @12, grid @16, tail @40 as the last member. */
    private static final int FOO = TYPES.struct(
            "foo", 40, member("n", INT, 0), member("", INNER, 8), member("grid", GRID, 16), member("tail", TAIL, 40));

    private static final int FIXED =
            TYPES.struct("fixed", 8, member("flex", TAIL, 0), member("n", INT, 0), member("two", GRID, 8));
    private static final int MODE = TYPES.typedef(
            "mode_t", TYPES.modifier(10, TYPES.enumeration("mode", 4, false, enumerator("A", 1), enumerator("B", 2))));
    private static final int INCOMPLETE = TYPES.forward("incomplete", false);
    private static final int OF_INCOMPLETE = TYPES.struct("holder", 0, member("a", TYPES.array(INCOMPLETE, INT, 4), 0));

    /** A null spec is a refusal. */
    record Case(
            String name,
            ReloKind kind,
            int type,
            String access,
            @Nullable String spec) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case field(String name, int type, String access, String spec) {
        return new Case(name, ReloKind.FIELD_BYTE_OFFSET, type, access, spec);
    }

    private static Case refused(String name, ReloKind kind, int type, String access) {
        return new Case(name, kind, type, access, null);
    }

    static final List<Case> SPECS = List.of(
            field("member", FOO, "0:0", "struct foo.n (0:0 @ offset 0)"),
            field("root alone", FOO, "0", "struct foo (0 @ offset 0)"),
            field("pointer arithmetic", FOO, "3:0", "struct foo[3].n (3:0 @ offset 120)"),
            field("anonymous member leaves no trace", FOO, "0:1:0", "struct foo.deep (0:1:0 @ offset 12)"),
            field("anonymous member itself", FOO, "0:1", "struct foo (0:1 @ offset 8)"),
            field("array element", FOO, "0:2:1", "struct foo.grid[1] (0:2:1 @ offset 28)"),
            field("two dimensions", FOO, "0:2:1:2", "struct foo.grid[1][2] (0:2:1:2 @ offset 36)"),
            field("flexible array as last member", FOO, "0:3:5", "struct foo.tail[5] (0:3:5 @ offset 60)"),
            field("empty array not last", FIXED, "0:0", "struct fixed.flex (0:0 @ offset 0)"),
            field("leading zeros and blanks", FOO, " 00: 2:01", "struct foo.grid[1] (0:2:1 @ offset 28)"),
            field("array as root", GRID, "0:1:2", "array <anon>[1][2] (0:1:2 @ offset 20)"),
            new Case("enumerator", ReloKind.ENUMVAL_VALUE, MODE, "1", "typedef mode_t::B = 2"),
            new Case("type", ReloKind.TYPE_SIZE, FOO, "0", "struct foo"));

    static final List<Case> REFUSED = List.of(
            refused("no member of that number", ReloKind.FIELD_EXISTS, FOO, "0:4"),
            refused("index past the array", ReloKind.FIELD_EXISTS, FOO, "0:2:2"),
            refused("index past the inner array", ReloKind.FIELD_EXISTS, FOO, "0:2:0:3"),
            refused("empty array not last", ReloKind.FIELD_EXISTS, FIXED, "0:0:0"),
            refused("path through an int", ReloKind.FIELD_EXISTS, FOO, "0:0:0"),
            refused("root without a size", ReloKind.FIELD_EXISTS, INCOMPLETE, "0"),
            refused("elements without a size", ReloKind.FIELD_EXISTS, OF_INCOMPLETE, "0:0:1"),
            refused("65 indices", ReloKind.FIELD_EXISTS, FOO, "0" + ":0".repeat(64)),
            refused("junk", ReloKind.FIELD_EXISTS, FOO, "0:x"),
            refused("empty string", ReloKind.FIELD_EXISTS, FOO, ""),
            refused("type with another string than 0", ReloKind.TYPE_EXISTS, FOO, "1"),
            refused("type with two zeros", ReloKind.TYPE_EXISTS, FOO, "00"),
            refused("type with a path", ReloKind.TYPE_ID_LOCAL, FOO, "0:0"),
            refused("enumerator of a struct", ReloKind.ENUMVAL_EXISTS, FOO, "0"),
            refused("enumerator with a path", ReloKind.ENUMVAL_EXISTS, MODE, "0:0"),
            refused("no enumerator of that number", ReloKind.ENUMVAL_EXISTS, MODE, "2"));

    private static LocalSpec parse(Case c) {
        CoreRelo relo = new CoreRelo(0, c.type, TYPES.string(c.access), c.kind.ordinal());
        return SpecParser.parse(TYPES.build().withPointerSize(8), relo);
    }

    @Rule({7, 8, 9})
    @ParameterizedTest
    @FieldSource("SPECS")
    void accessBecomesASpec(Case c) {
        AccessSpec spec = parse(c).spec();
        assertNotNull(spec);
        assertEquals("<" + c.kind.word() + "> [" + c.type + "] " + c.spec, spec.format());
    }

    @Rule({7, 9})
    @ParameterizedTest
    @FieldSource("REFUSED")
    void badAccessRefusesTheObject(Case c) {
        LocalSpec spec = parse(c);
        assertNull(spec.spec());
        assertEquals(Errno.EINVAL, spec.errno());
        assertEquals(
                "its access string \"" + c.access + "\" does not fit",
                spec.refusal().substring(0, spec.refusal().indexOf(" [")));
    }

    @Rule(7)
    @Test
    void sixtyFourIndicesAreFine() {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, SIGNED);
        int type = types.struct("s", 4, member("x", number, 0));
        for (int depth = 1; depth < 63; depth++) {
            type = types.struct("s", 4, member("x", type, 0));
        }
        CoreRelo relo = new CoreRelo(0, type, types.string("0" + ":0".repeat(63)), 2);
        AccessSpec spec = SpecParser.parse(types.build(), relo).spec();
        assertNotNull(spec);
        assertEquals(64, spec.length());
    }

    @Rule(30)
    @Test
    void damagedRecordRefusesTheObject() {
        int zero = TYPES.string("0");
        Btf types = TYPES.build();
        assertEquals(
                "its kind 13 is unknown",
                SpecParser.parse(types, new CoreRelo(0, FOO, zero, 13)).refusal());
        assertEquals(
                "its kind 4294967295 is unknown",
                SpecParser.parse(types, new CoreRelo(0, FOO, zero, -1)).refusal());
        assertEquals(
                "its local type id 4294967295 is not below " + types.typeCount(),
                SpecParser.parse(types, new CoreRelo(0, -1, zero, 0)).refusal());
        assertEquals(
                "its access string lies outside the strings of .BTF",
                SpecParser.parse(types, new CoreRelo(0, FOO, 1 << 20, 0)).refusal());
    }

    /** The offset is kept in 32 bits, and an index is cut to an int: both as in libbpf. */
    @Rule(19)
    @Test
    void farOffsetsWrapSilently() {
        BtfBuilder types = new BtfBuilder();
        int big = types.struct("big", 0x2000_0000);
        int small = types.struct("s", 4);
        assertEquals(0, bitOffset(types, big, "1"));
        assertEquals(64, bitOffset(types, small, "4294967298"));
        assertEquals((int) (99_999_999L * 24 * 8), bitOffset(types, types.struct("m", 24), "99999999"));
    }

    private static int bitOffset(BtfBuilder types, int type, String access) {
        CoreRelo relo = new CoreRelo(0, type, types.string(access), ReloKind.FIELD_EXISTS.ordinal());
        AccessSpec spec = SpecParser.parse(types.build(), relo).spec();
        assertNotNull(spec);
        return spec.bitOffset();
    }
}
