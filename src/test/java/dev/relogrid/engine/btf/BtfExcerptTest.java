package dev.relogrid.engine.btf;

import static dev.relogrid.fixture.BtfBuilder.bits;
import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static dev.relogrid.fixture.BtfBuilder.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.TypeText;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an excerpt keeps, drops and renumbers, in both byte orders. */
final class BtfExcerptTest {
    private final BtfBuilder types = new BtfBuilder();
    private final int number = types.integer("int", 4, BtfBuilder.SIGNED);
    private final int dropped = types.struct("dropped", 4, member("x", number, 0));
    private final int size = types.integer("long unsigned int", 8, 0);

    private static List<String> read(BtfExcerpt excerpt, ByteOrder order) {
        Btf btf = Btf.parse(Bytes.of("excerpt", excerpt.section(), ByteOrder.LITTLE_ENDIAN));
        assertEquals(order, btf.order());
        return TypeText.all(btf);
    }

    private static ByteOrder order(String name) {
        return name.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void elementsAreKeptOneByOne(String name) {
        int pointer = types.pointer(dropped);
        int alias = types.typedef("alias", number);
        int struct = types.struct(
                "s",
                24,
                member("a", dropped, 0),
                bits("b", alias, 64, 3),
                member("c", pointer, 16),
                bits("d", size, 192, 1));
        int small = types.enumeration("e", 4, true, enumerator("E0", 0), enumerator("E1", -1));
        int large = types.enum64("f", false, enumerator("F0", 0), enumerator("F1", 1L << 40));
        BtfExcerpt excerpt = new BtfExcerpt(types.build(order(name)));
        excerpt.keepElement(struct, 1);
        excerpt.keepElement(struct, 2);
        excerpt.keepElement(small, 1);
        excerpt.keepElement(large, 1);
        assertEquals(
                List.of(
                        "[1] int 'int' size=4 encoding=1 offset=0 bits=32",
                        "[2] int 'long unsigned int' size=8 encoding=0 offset=0 bits=64",
                        "[3] ptr '' type=0",
                        "[4] typedef 'alias' type=1",
                        "[5] struct 's' kflag size=24 {b 4 @64:3} {c 3 @128:0}",
                        "[6] enum 'e' kflag size=4 {E1=-1}",
                        "[7] enum64 'f' size=8 {F1=1099511627776}"),
                read(excerpt, order(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void whatLeadsOnTakesWhatItLeadsTo(String name) {
        int proto = types.prototype(number, new BtfBuilder.Parameter("p", types.modifier(BtfKind.CONST, size)));
        int function = types.function("f", proto, 1);
        int variable = types.variable("v", types.array(dropped, number, 3), 1);
        int section = types.datasec(".data", 12, new BtfBuilder.Placed(variable, 0, 12));
        int tagged = types.struct("t", 8, member("a", number, 0), member("b", number, 4));
        int tag = types.declTag("tag", tagged, 1);
        BtfExcerpt excerpt = new BtfExcerpt(types.build(order(name)));
        excerpt.keep(function);
        excerpt.keep(section);
        excerpt.keep(tag);
        assertEquals(
                List.of(
                        "[1] int 'int' size=4 encoding=1 offset=0 bits=32",
                        "[2] struct 'dropped' size=4",
                        "[3] int 'long unsigned int' size=8 encoding=0 offset=0 bits=64",
                        "[4] const '' type=3",
                        "[5] func_proto '' returns=1 {p 4}",
                        "[6] func 'f' type=5 linkage=1",
                        "[7] array '' of=2 by=1 n=3",
                        "[8] var 'v' type=7 linkage=1",
                        "[9] datasec '.data' size=12 {8 @0+12}",
                        "[10] struct 't' size=8 {b 1 @32:0}",
                        "[11] decl_tag 'tag' type=10 component=0"),
                read(excerpt, order(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void anEmptyArrayDoesNotBecomeTheLastMember(String name) {
        int empty = types.array(number, number, 0);
        int inside = types.struct("i", 12, member("e", empty, 0), member("x", number, 4), member("y", number, 8));
        int last = types.struct("l", 4, member("x", number, 0), member("e", empty, 4));
        BtfExcerpt excerpt = new BtfExcerpt(types.build(order(name)));
        excerpt.keepElement(inside, 0);
        excerpt.keepElement(last, 1);
        assertEquals(
                List.of("[4] struct 'i' size=12 {e 3 @0:0} {y 1 @64:0}", "[5] struct 'l' size=4 {e 3 @32:0}"),
                read(excerpt, order(name)).subList(3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"little", "big"})
    void splitTypesCannotStandAlone(String name) {
        Btf base = types.build(order(name));
        BtfBuilder module = BtfBuilder.over(types);
        module.pointer(dropped);
        Btf split = Btf.parseSplit(Bytes.of("module", module.bytes(order(name)), order(name)), base);
        assertThrows(IllegalArgumentException.class, () -> new BtfExcerpt(split));
    }
}
