package dev.relogrid.engine.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.Words;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Sections, symbols and relocations of a sound file. */
final class ElfTest {
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private static Elf parse(byte[] file) {
        return Elf.parse(Bytes.of("file", file, ByteOrder.LITTLE_ENDIAN));
    }

    private static Section section(Elf elf, String name) {
        return present(elf.section(name));
    }

    private static Section present(@Nullable Section section) {
        assertNotNull(section);
        return section;
    }

    @Rule(31)
    @ParameterizedTest
    @FieldSource("ORDERS")
    void readsItsOwnByteOrder(ByteOrder order) {
        ElfBuilder builder = new ElfBuilder(order);
        int code = builder.code("prog", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        int symbol = builder.symbol("main", Elf.STB_WEAK, Elf.STT_FUNC, code, 16, 24);
        builder.rel(code, 8, symbol, 10);
        builder.empty(".bss", 4096);
        Elf elf = parse(builder.bytes());
        assertEquals(order, elf.order());
        assertEquals(Elf.EM_BPF, elf.machine());
        assertEquals(Elf.ET_REL, elf.fileType());
        assertTrue(section(elf, "prog").executable());
        assertArrayEquals(
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8},
                elf.data(section(elf, "prog")).toArray());
        Symbol main = elf.symbols().get(symbol);
        assertEquals("main", main.name());
        assertEquals(List.of(16L, 24L), List.of(main.value(), main.size()));
        assertEquals(List.of(Elf.STB_WEAK, Elf.STT_FUNC, code), List.of(main.bind(), main.type(), main.section()));
        assertEquals(List.of(new Rel(8, symbol, 10)), elf.relocations(section(elf, ".relprog")));
        assertEquals(code, section(elf, ".relprog").info());
        assertEquals(4096, section(elf, ".bss").size());
        assertEquals(0, elf.data(section(elf, ".bss")).length());
    }

    @Rule(5)
    @Test
    void firstSectionOfAName() {
        ElfBuilder builder = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        int first = builder.code("same", new byte[8]);
        builder.code("same", new byte[16]);
        assertEquals(first, section(parse(builder.bytes()), "same").index());
    }

    @Test
    void unknownNameIsNoSection() {
        assertNull(parse(new ElfBuilder(ByteOrder.LITTLE_ENDIAN).bytes()).section("nowhere"));
    }

    /** The count of more than 65279 sections, and where their names are, stand in the first section header. */
    @Test
    void largeCountsStandInTheFirstSectionHeader() {
        ElfBuilder builder = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        builder.data("a", new byte[4]);
        byte[] file = builder.bytes();
        Bytes bytes = Bytes.of("file", file, ByteOrder.LITTLE_ENDIAN);
        int table = (int) bytes.i64(40);
        int count = bytes.u16(60);
        file = Words.poke32(file, table + 32, count, ByteOrder.LITTLE_ENDIAN);
        file = Words.poke32(file, table + 40, bytes.u16(62), ByteOrder.LITTLE_ENDIAN);
        file = Words.poke32(file, 60, 0xffff_0000, ByteOrder.LITTLE_ENDIAN);
        Elf elf = parse(file);
        assertEquals(count, elf.sections().size());
        assertEquals("a", elf.sections().get(1).name());
    }

    @Test
    void fileWithoutSectionsHasNone() {
        byte[] file = Words.poke32(new ElfBuilder(ByteOrder.LITTLE_ENDIAN).bytes(), 40, 0, ByteOrder.LITTLE_ENDIAN);
        Elf elf = parse(file);
        assertEquals(List.of(), elf.sections());
        assertEquals(List.of(), elf.symbols());
    }

    @Test
    void nameOutsideItsTableIsEmpty() {
        byte[] file = new ElfBuilder(ByteOrder.LITTLE_ENDIAN).bytes();
        int table = (int) Bytes.of("file", file, ByteOrder.LITTLE_ENDIAN).i64(40);
        Elf elf = parse(Words.poke32(file, table + 64, -1, ByteOrder.LITTLE_ENDIAN));
        assertEquals("", elf.sections().get(1).name());
        assertFalse(elf.sections().get(1).nameIs(".symtab"));
    }
}
