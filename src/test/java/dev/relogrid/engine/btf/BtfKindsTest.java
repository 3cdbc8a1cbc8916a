package dev.relogrid.engine.btf;

import static dev.relogrid.fixture.BtfBuilder.bits;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.BtfBuilder.Placed;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.TypeText;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every kind of type, in both byte orders, whole and split. */
final class BtfKindsTest {
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private static BtfBuilder everyKind() {
        BtfBuilder t = new BtfBuilder();
        t.integer("char", 1, BtfBuilder.SIGNED | BtfBuilder.CHAR);
        t.bitInteger("bits", 4, 5, 3);
        t.pointer(1);
        t.array(1, 2, -1);
        t.struct("s", 24, member("a", 1, 0), member("b", 3, 8));
        t.union("u", 4, bits("x", 1, 3, 5), member("", 5, 0));
        t.enumeration("e", 4, true, enumerator("MINUS", -1), enumerator("ONE", 1));
        t.forward("f", true);
        t.typedef("t", 5);
        t.modifier(BtfKind.VOLATILE, t.modifier(BtfKind.CONST, t.modifier(BtfKind.RESTRICT, 9)));
        t.function("fn", t.prototype(1, new Parameter("p", 3), new Parameter("", 0)), 1);
        t.datasec(".data", 8, new Placed(t.variable("v", 1, 1), 4, 4));
        t.floating("double", 8);
        t.declTag("dt", 5, 1);
        t.typeTag("tt", 1);
        t.enum64("e64", false, enumerator("HUGE", 0x8000_0000_0000_0001L));
        return t;
    }

    private static final List<String> TEXT = List.of(
            "[1] int 'char' size=1 encoding=3 offset=0 bits=8",
            "[2] int 'bits' size=4 encoding=0 offset=5 bits=3",
            "[3] ptr '' type=1",
            "[4] array '' of=1 by=2 n=4294967295",
            "[5] struct 's' size=24 {a 1 @0:0} {b 3 @64:0}",
            "[6] union 'u' kflag size=4 {x 1 @3:5} { 5 @0:0}",
            "[7] enum 'e' kflag size=4 {MINUS=-1} {ONE=1}",
            "[8] fwd 'f' kflag",
            "[9] typedef 't' type=5",
            "[10] restrict '' type=9",
            "[11] const '' type=10",
            "[12] volatile '' type=11",
            "[13] func_proto '' returns=1 {p 3} { 0}",
            "[14] func 'fn' type=13 linkage=1",
            "[15] var 'v' type=1 linkage=1",
            "[16] datasec '.data' size=8 {15 @4+4}",
            "[17] float 'double' size=8",
            "[18] decl_tag 'dt' type=5 component=1",
            "[19] type_tag 'tt' type=1",
            "[20] enum64 'e64' size=8 {HUGE=-9223372036854775807}");

    @Rule({31, 32})
    @ParameterizedTest
    @FieldSource("ORDERS")
    void everyKindReadsTheSame(ByteOrder order) {
        Btf btf = everyKind().build(order);
        assertEquals(order, btf.order());
        assertEquals(TEXT, TypeText.all(btf));
    }

    @Test
    void voidIsTypeZero() {
        Btf btf = everyKind().build();
        assertEquals(BtfKind.UNKN, btf.kind(0));
        assertEquals("", btf.name(0));
        assertEquals(21, btf.typeCount());
    }

    @Rule({3, 32})
    @ParameterizedTest
    @FieldSource("ORDERS")
    void splitGoesOnWhereItsBaseEnds(ByteOrder order) {
        BtfBuilder module = BtfBuilder.over(everyKind());
        module.struct("mine", 8, member("a", 5, 0), member("own", 21, 4));
        Btf btf = module.build(order);
        assertEquals(21, btf.startId());
        assertEquals(22, btf.typeCount());
        assertEquals(List.of("[21] struct 'mine' size=8 {a 5 @0:0} {own 21 @32:0}"), TypeText.all(btf));
        assertEquals(TEXT.get(4), TypeText.of(btf, 5));
        assertEquals("s", btf.name(5));
        assertEquals(
                0, btf.nextByEssentialName(btf.kind(5), btf, btf.nameOffset(5), 0), "the base's names are the base's");
        assertEquals(21, btf.nextByEssentialName(btf.kind(21), btf, btf.nameOffset(21), 0));
    }

    @Test
    void namesAreFoundWithoutTheirFlavourInIdOrder() {
        BtfBuilder t = new BtfBuilder();
        t.struct("foo___b", 4);
        t.union("foo", 4);
        t.struct("foobar", 4);
        t.typedef("foo___c", 1);
        t.struct("", 4);
        t.struct("foo", 4);
        Btf btf = t.build();
        int name = btf.nameOffset(2);
        assertEquals(1, btf.nextByEssentialName(BtfKind.STRUCT, btf, name, 0));
        assertEquals(6, btf.nextByEssentialName(BtfKind.STRUCT, btf, name, 1));
        assertEquals(0, btf.nextByEssentialName(BtfKind.STRUCT, btf, name, 6));
        assertEquals(2, btf.nextByEssentialName(BtfKind.UNION, btf, name, 0));
        assertEquals(4, btf.nextByEssentialName(BtfKind.TYPEDEF, btf, name, 0));
        assertEquals(0, btf.nextByEssentialName(BtfKind.ENUM, btf, name, 0));
    }

    @Test
    void codeAndDataAreFoundApartFromTypes() {
        BtfBuilder t = new BtfBuilder();
        int proto = t.prototype(0);
        t.function("foo", proto, 1);
        t.struct("foo", 4);
        t.variable("foo___x", 3, 1);
        Btf btf = t.build();
        int name = btf.nameOffset(3);
        assertEquals(2, btf.nextByEssentialName(BtfKind.FUNC, btf, name, 0));
        assertEquals(3, btf.nextByEssentialName(BtfKind.STRUCT, btf, name, 0));
        assertEquals(4, btf.nextByEssentialName(BtfKind.VAR, btf, name, 0));
    }

    @Test
    void sizesAreResolved() {
        BtfBuilder t = everyKind();
        int array = t.array(t.array(5, 1, 3), 1, 2);
        int huge = t.array(t.array(5, 1, 1 << 30), 1, 1 << 30);
        Btf btf = t.build();
        assertEquals(6 * 24, btf.resolveSize(array));
        assertEquals(-Errno.E2BIG, btf.resolveSize(huge));
        assertEquals(24, btf.resolveSize(12));
        assertEquals(8, btf.resolveSize(3));
        assertEquals(-Errno.EINVAL, btf.resolveSize(8));
        assertEquals(-Errno.EINVAL, btf.resolveSize(0));
        assertEquals(-Errno.EINVAL, btf.resolveSize(14));
    }

    @Test
    void modifiersAndTypedefsAreSkipped() {
        Btf btf = everyKind().build();
        assertEquals(5, btf.skipModifiersAndTypedefs(12));
        assertEquals(1, btf.skipModifiersAndTypedefs(19));
        assertEquals(18, btf.skipModifiersAndTypedefs(18), "decl_tag is no modifier");
        assertEquals(0, btf.skipModifiersAndTypedefs(0));
    }

    @Test
    void stringsCompareAcrossBtfs() {
        Btf a = everyKind().build(ByteOrder.LITTLE_ENDIAN);
        BtfBuilder other = new BtfBuilder();
        other.struct("s___x", 1);
        Btf b = other.build(ByteOrder.BIG_ENDIAN);
        assertFalse(a.stringEquals(a.nameOffset(5), b, b.nameOffset(1)));
        assertTrue(a.essentialEquals(a.nameOffset(5), b, b.nameOffset(1)));
        assertEquals(1, b.essentialLength(b.nameOffset(1)));
        assertTrue(a.isEmptyString(a.nameOffset(3)));
    }
}
