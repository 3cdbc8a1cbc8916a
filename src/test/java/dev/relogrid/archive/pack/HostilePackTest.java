package dev.relogrid.archive.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs whose checksums are right and whose contents are not: one sentence, in no time and little memory. */
final class HostilePackTest {
    private static final long MEMORY = 256 << 20;

    @TempDir
    private Path dir = Path.of("");

    private void read(byte[] bytes) throws IOException {
        Packed.readEverything(Packed.open(dir, bytes));
    }

    /** Whoever asks first is told. */
    private MalformedInput refused(byte[] bytes) {
        long before = allocated();
        MalformedInput refused = assertThrows(MalformedInput.class, () -> read(bytes));
        long taken = allocated() - before;
        assertTrue(taken < MEMORY, () -> taken + " bytes for a pack of " + bytes.length + ": " + refused.getMessage());
        withoutVerifying(bytes);
        return refused;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** Nobody has to verify a pack before use: then too nothing but {@link MalformedInput} may come of it. */
    private void withoutVerifying(byte[] bytes) {
        Pack pack;
        try {
            pack = Packed.open(dir, bytes);
        } catch (MalformedInput e) {
            return;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < pack.kernels().size(); i++) {
            int kernel = i;
            mayBeMalformed(() -> pack.vmlinux(kernel));
            mayBeMalformed(() -> pack.modules(kernel));
            mayBeMalformed(() -> pack.config(kernel));
            mayBeMalformed(() -> pack.kernelSymbols(kernel));
            mayBeMalformed(() -> ask(pack, kernel));
        }
    }

    /** Looks at every type a name leads to. */
    private static void ask(Pack pack, int kernel) {
        Btf names = names();
        Btf asked = Packed.family(pack).ask(kernel).kernel().vmlinux();
        if (asked == null) {
            return;
        }
        for (int kind = 1; kind < BtfKind.COUNT; kind++) {
            int id = asked.nextByEssentialName(kind, names, names.nameOffset(1), 0);
            for (int left = 100; id != 0 && left > 0; left--) {
                asked.resolveSize(id);
                asked.skipModifiersAndTypedefs(id);
                if (BtfKind.isComposite(asked.kind(id)) && asked.vlen(id) > 0) {
                    asked.string(asked.memberNameOffset(id, 0));
                    asked.kind(asked.memberType(id, 0));
                }
                id = asked.nextPossible(id);
            }
        }
    }

    private static Btf names() {
        BtfBuilder names = new BtfBuilder();
        names.integer("int", 4, 0);
        return names.build(ByteOrder.LITTLE_ENDIAN);
    }

    private static void mayBeMalformed(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedInput e) {
            assertTrue(e.getMessage() != null && e.getMessage().contains("at offset"), e::toString);
        }
    }

    @Test
    void theTruthIsBelieved() throws IOException {
        Pack pack = Packed.open(dir, new LyingPack(3).bytes());
        Packed.readEverything(pack);
        assertEquals(3, Packed.parse(pack.vmlinux(2)).typeCount());
    }

    @Test
    void ordersInACircleAndTooLong() {
        Output copy = new Output().number(2).number(2 << 1).signed(0).number(0);
        refused(new LyingPack(2)
                .set(SectionTag.ORDR, 0, LyingPack.order(1, copy))
                .bytes());
        refused(new LyingPack(2)
                .set(SectionTag.ORDR, 0, LyingPack.order(2, copy))
                .bytes());
        refused(new LyingPack(2)
                .set(SectionTag.ORDR, 1, LyingPack.order(9, copy))
                .bytes());
        LyingPack deep = new LyingPack(400);
        for (int i = 1; i < 400; i++) {
            deep.set(SectionTag.ORDR, i, LyingPack.order(i, copy));
        }
        assertEquals("written against at most 256 others", refused(deep.bytes()).expected());
    }

    @Test
    void ordersOfWhatIsNotThere() {
        for (int definition : new int[] {0, -1, 3, Integer.MAX_VALUE}) {
            Output order = new Output()
                    .number(2)
                    .number(2 << 1 | 1)
                    .signed(definition)
                    .signed(0)
                    .number(0);
            assertEquals("a definition from 1 to 2", refused(ordered(order)).expected(), "definition " + definition);
        }
        refused(ordered(new Output().number(1).number(1 << 1 | 1).signed(1).number(0)));
        refused(ordered(new Output().number(2).number(2 << 1).signed(0).number(0)));
        refused(ordered(new Output().number(2).number(0).number(0)));
        refused(ordered(
                new Output().number(1 << 20).number((1L << 21) | 1).signed(1).number(0)));
        refused(ordered(
                new Output().number(2).number(2 << 1 | 1).signed(1).signed(1).number(1 << 20)));
        Output exceptions =
                new Output().number(2).number(2 << 1 | 1).signed(1).signed(1).number(1);
        refused(ordered(new Output().raw(exceptions).number(2).number(2).number(1)));
        assertThrows(
                MalformedInput.class,
                () -> Packed.open(
                                dir,
                                ordered(new Output()
                                        .raw(exceptions)
                                        .number(1)
                                        .number(9)
                                        .number(1)))
                        .vmlinux(0));
        refused(ordered(new Output()
                .number(2)
                .number(2 << 1 | 1)
                .signed(1)
                .signed(1)
                .number(0)
                .u8(0)));
    }

    private static byte[] ordered(Output order) {
        return new LyingPack(1)
                .set(SectionTag.ORDR, 0, LyingPack.order(0, order))
                .bytes();
    }

    @Test
    void symbolsOfUnitsAndDefinitionsThatAreNotThere() {
        refused(symbol(LyingPack.symbol(BtfKind.INT, "int", 1, 2)));
        refused(symbol(LyingPack.symbol(BtfKind.INT, "int", 3, 1)));
        refused(symbol(LyingPack.symbol(BtfKind.INT, "int", 0, 1)));
        refused(symbol(LyingPack.symbol(BtfKind.INT, "int", -5, 1)));
        refused(symbol(LyingPack.symbol(0, "int", 1, 1)));
        refused(symbol(LyingPack.symbol(20, "int", 1, 1)));
        refused(symbol(LyingPack.symbol(66, "int", 1, 1)));
        refused(symbol(new Output().u8(BtfKind.INT).string(Texts.name("int")).number(1 << 20)));
        refused(symbol(
                new Output().u8(BtfKind.INT).string(Texts.name("int")).number(1).number(1 << 20)));
        refused(symbol(new Output().u8(BtfKind.INT).raw(Texts.name("int"))));
        refused(symbol(new Output()));
        refused(new LyingPack(1)
                .add(SectionTag.SYMS, LyingPack.item(LyingPack.symbol(BtfKind.INT, "int", 1, 1)))
                .bytes());
    }

    /** Asked without verifying, so that the wrong kind of a type is met by those who ask for the right one. */
    @Test
    void symbolsThatLeadToTheWrongKind() throws IOException {
        for (int kind : new int[] {BtfKind.STRUCT, BtfKind.ENUM, BtfKind.FUNC_PROTO, BtfKind.DATASEC}) {
            Pack pack = Packed.open(dir, symbol(LyingPack.symbol(kind, "int", 1, 1)));
            assertThrows(MalformedInput.class, () -> ask(pack, 0));
        }
    }

    private static byte[] symbol(Output content) {
        return new LyingPack(1).set(SectionTag.SYMS, 0, LyingPack.item(content)).bytes();
    }

    @Test
    void definitionsThatReferToNothing() {
        refused(definition(LyingPack.pointer(Token.of(Token.SYMBOL, 1))));
        refused(definition(LyingPack.pointer(Token.of(Token.DEFINITION, 3))));
        refused(definition(LyingPack.pointer(Token.of(Token.DEFINITION, 0))));
        refused(definition(LyingPack.pointer(Token.of(Token.LISTED, 0))));
        refused(definition(LyingPack.pointer(-1)));
        refused(definition(LyingPack.pointer(4)));
        int listed = BtfKind.PTR | 0x20;
        Output reference =
                LyingPack.definition(0, listed, 0).string(new byte[0]).number(Token.LISTED);
        refused(definition(new Output().raw(reference).number(1).u8(0).number(7).number(0)));
        refused(definition(new Output().raw(reference).number(1).u8(0).number(0).number(7)));
        refused(definition(new Output().raw(reference).number(1).u8(1).number(2).number(0)));
        refused(definition(new Output().raw(reference).number(1).u8(2).number(2).number(0)));
        refused(definition(new Output().raw(reference).number(1 << 20)));
    }

    /** In a circle without a name, which is no harm: it is followed by nobody further than chains are. */
    @Test
    void aPointerToItself() throws IOException {
        Pack pack = Packed.open(dir, definition(LyingPack.pointer(Token.of(Token.DEFINITION, 2))));
        Packed.readEverything(pack);
        assertEquals(2, Packed.parse(pack.vmlinux(0)).type(2));
    }

    @Test
    void definitionsLongerThanTheirBytes() {
        refused(definition(LyingPack.definition(0, BtfKind.STRUCT, 0xff_ffff)
                .string(new byte[0])
                .number(8)));
        refused(definition(LyingPack.definition(0, BtfKind.STRUCT, 1 << 25)
                .string(new byte[0])
                .number(8)));
        refused(definition(LyingPack.definition(0, 20, 0).string(new byte[0]).number(8)));
        refused(definition(LyingPack.definition(0, 0x40 | BtfKind.PTR, 0)
                .string(new byte[0])
                .number(0)));
        refused(definition(LyingPack.definition(0, 0, 0).string(new byte[0]).number(8)));
        refused(definition(
                LyingPack.definition(9, BtfKind.PTR, 0).string(new byte[0]).number(0)));
        refused(definition(
                LyingPack.definition(0, BtfKind.PTR, 0).string(new byte[0]).number(1L << 32)));
        refused(definition(LyingPack.definition(0, BtfKind.PTR, 0).raw(new byte[] {'x'})));
        refused(definition(LyingPack.pointer(0).u8(0)));
        refused(definition(new Output()));
    }

    private static byte[] definition(Output content) {
        return new LyingPack(1).set(SectionTag.DEFS, 2, LyingPack.item(content)).bytes();
    }

    /** One large definition named again and again: what it would be as BTF is larger than any. */
    @Test
    void typesThatGrowWhenRebuilt() {
        int members = 100_000;
        Output large = LyingPack.definition(0, BtfKind.STRUCT, members)
                .string(new byte[0])
                .number(8);
        large.raw(new byte[3 * members]);
        int count = 20_000;
        Output order = new Output().number(count).number((long) count << 1 | 1).signed(2);
        order.raw(new byte[count - 1]).number(0);
        MalformedInput refused = refused(new LyingPack(1)
                .set(SectionTag.KERN, 0, LyingPack.kernel(count))
                .set(SectionTag.DEFS, 2, LyingPack.item(large))
                .set(SectionTag.ORDR, 0, LyingPack.order(0, order))
                .bytes());
        assertTrue(refused.expected().startsWith("types of at most"), refused::getMessage);
    }

    @Test
    void kernelsThatCannotBe() {
        refused(new LyingPack(1)
                .set(SectionTag.KERN, 0, new Output().number(1 << 30))
                .bytes());
        refused(new LyingPack(1)
                .set(SectionTag.KERN, 0, LyingPack.kernel(2).u8(0))
                .bytes());
        refused(new LyingPack(1).add(SectionTag.KERN, LyingPack.kernel(2)).bytes());
        refused(new LyingPack(1).set(SectionTag.KERN, 0, LyingPack.kernel(-1)).bytes());
        for (int size : new int[] {0, 3, 255}) {
            refused(new LyingPack(1)
                    .set(
                            SectionTag.KERN,
                            0,
                            new PackedKernel(
                                            List.of(),
                                            new PackedKernel.Part("vmlinux", 2, 0, 0),
                                            false,
                                            size,
                                            false,
                                            false,
                                            List.of())
                                    .write())
                    .bytes());
        }
    }
}
