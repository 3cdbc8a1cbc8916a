package dev.relogrid.engine.object;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExt;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.Words;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What reading allocates stays in proportion to the input, whatever the input claims. */
final class BoundedMemoryTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
    private static final int PER_BYTE = 64;
    private static final int CONSTANT = 1 << 20;

    record Case(String name, Supplier<byte[]> input, Consumer<Bytes> reading) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Consumer<Bytes> btf() {
        return bytes -> Btf.parse(bytes).buildIndex();
    }

    private static final String LONG_NAME = "n".repeat(4000);

    /** Very many types whose names all lie in one long string. */
    private static byte[] overlappingTypeNames() {
        BtfBuilder types = new BtfBuilder();
        int name = types.string(LONG_NAME);
        for (int i = 0; i < 20_000; i++) {
            types.raw(name + i % 4000, BtfKind.FWD << 24, 0);
        }
        return types.bytes(LE);
    }

    private static byte[] countOf(int kind) {
        BtfBuilder types = new BtfBuilder();
        types.raw(0, kind << 24 | 0xff_ffff, 0);
        return types.bytes(LE);
    }

    private static byte[] manySections() {
        ElfBuilder elf = new ElfBuilder(LE);
        for (int i = 0; i < 2000; i++) {
            elf.data(LONG_NAME, new byte[0]);
        }
        return elf.bytes();
    }

    private static byte[] manyFunctions() {
        ElfBuilder elf = new ElfBuilder(LE);
        int code = elf.code("prog", new byte[8]);
        for (int i = 0; i < 20_000; i++) {
            elf.function(LONG_NAME, code, 0, 8);
        }
        return elf.bytes();
    }

    private static byte[] manyExternsAndObjects() {
        ElfBuilder elf = new ElfBuilder(LE);
        int data = elf.data(".data", new byte[8]);
        for (int i = 0; i < 10_000; i++) {
            elf.symbol(LONG_NAME, Elf.STB_GLOBAL, Elf.STT_OBJECT, data, 0, 8);
        }
        return elf.bytes();
    }

    private static byte[] manyRelocations() {
        Words out = new Words(LE).u16(0xeb9f).u8(1).u8(0).u32(32, 0, 0, 0, 0, 0, 4 + 8 + 16 * 20_000);
        out.u32(16, 1, 20_000);
        for (int i = 0; i < 20_000; i++) {
            out.u32(8 * i, 1, 1, 0);
        }
        return out.bytes();
    }

    static final List<Case> CASES = List.of(
            new Case("type names in one long string", BoundedMemoryTest::overlappingTypeNames, btf()),
            new Case("2^24 members", () -> countOf(BtfKind.STRUCT), btf()),
            new Case("2^24 parameters", () -> countOf(BtfKind.FUNC_PROTO), btf()),
            new Case("sections of one long name", BoundedMemoryTest::manySections, BpfObject::parse),
            new Case("functions of one long name", BoundedMemoryTest::manyFunctions, BpfObject::parse),
            new Case("variables of one long name", BoundedMemoryTest::manyExternsAndObjects, BpfObject::parse),
            new Case("relocations", BoundedMemoryTest::manyRelocations, BtfExt::parse),
            new Case("2^32 - 1 relocations", () -> Words.poke32(manyRelocations(), 32 + 8, -1, LE), BtfExt::parse));

    @ParameterizedTest
    @FieldSource("CASES")
    void allocationIsBoundedByTheInput(Case c) {
        byte[] input = c.input.get();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        read(c, input);
        long before = threads.getCurrentThreadAllocatedBytes();
        read(c, input);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(
                allocated <= (long) PER_BYTE * input.length + CONSTANT,
                () -> allocated + " bytes for an input of " + input.length);
    }

    private static void read(Case c, byte[] input) {
        try {
            c.reading.accept(Bytes.of("input", input, LE));
        } catch (MalformedInput e) {
            assertTrue(e.getMessage().length() < 10_000);
        }
    }
}
