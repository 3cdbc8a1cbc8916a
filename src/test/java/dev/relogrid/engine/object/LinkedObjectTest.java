package dev.relogrid.engine.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfExtBuilder;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Where the programs and relocations of an object are, also of one that a linker put together. */
final class LinkedObjectTest {
    static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private static final Insn NOP = new Insn(0xb7, 0, 0, 0, 0);

    private static ObjectBuilder types() {
        ObjectBuilder object = new ObjectBuilder();
        object.types.integer("int", 4, 1);
        object.types.struct("s", 4, BtfBuilder.member("x", 1, 0));
        return object;
    }

    @Rule({5, 31})
    @ParameterizedTest
    @FieldSource("ORDERS")
    void programsAndRecordsAreTheSameInBothOrders(ByteOrder order) {
        ObjectBuilder builder = types();
        builder.program("kprobe/a", "one", NOP, ObjectBuilder.EXIT).program("kprobe/a", "two", NOP, ObjectBuilder.EXIT);
        builder.ext.relo("kprobe/a", 24, 2, "0:0", 0).relo("kprobe/a", 8, 2, "0", 8);
        BpfObject object = builder.build(order);
        assertEquals(
                List.of("one", "two"),
                object.programs().stream().map(Program::name).toList());
        assertEquals(
                List.of(0, 2), object.programs().stream().map(Program::insnOff).toList());
        assertEquals(ObjectBuilder.EXIT, object.programs().getLast().insn(1));
        assertNull(object.refusal());
        assertEquals(List.of(), object.warnings());
        RelocationRecord first = object.relocations().getFirst();
        assertEquals("two", Objects.requireNonNull(first.program()).name());
        assertEquals(1, first.programInsn());
        assertEquals(
                List.of(0, 1),
                object.relocations().stream().map(RelocationRecord::index).toList());
    }

    @Rule(5)
    @Test
    void recordsKeepTheOrderOfBtfExt() {
        ObjectBuilder builder = types();
        builder.program("b", "pb", NOP).program("a", "pa", NOP, NOP);
        builder.ext.relo("b", 0, 2, "0", 8).relo("a", 8, 2, "0", 8).relo("a", 0, 2, "0", 8);
        assertEquals(
                List.of("b0", "a8", "a0"),
                builder.build().relocations().stream()
                        .map(record -> record.section() + record.relo().insnOff())
                        .toList());
    }

    @Rule(5)
    @Test
    void questionMarkTurnsAProgramOff() {
        ObjectBuilder builder = types();
        builder.program("?kprobe/a", "off", NOP).program("kprobe/b", "on", NOP);
        builder.ext.relo("?kprobe/a", 0, 2, "0", 8);
        BpfObject object = builder.build();
        Program off = object.programs().getFirst();
        assertFalse(off.autoload());
        assertEquals("kprobe/a", off.sectionName());
        assertTrue(object.programs().getLast().autoload());
        assertEquals(off, object.relocations().getFirst().program());
    }

    @Rule(5)
    @Test
    void subprogramsAreTheFunctionsOfText() {
        ObjectBuilder builder = types();
        builder.function(".text", "helper", Elf.STB_LOCAL, NOP).program("kprobe/b", "main", NOP);
        builder.ext.relo(".text", 0, 2, "0", 8);
        BpfObject object = builder.build();
        assertNull(object.refusal());
        assertTrue(object.programs().getFirst().subprogram());
        assertEquals(
                "helper",
                Objects.requireNonNull(object.relocations().getFirst().program())
                        .name());
    }

    @Rule(5)
    @Test
    void instructionsOfNoProgramHaveRecordsOfNoProgram() {
        ObjectBuilder builder = types();
        builder.program("a", "kept", NOP)
                .function("a", "", Elf.STB_WEAK, NOP, NOP)
                .program("a", "last", NOP);
        builder.ext.relo("a", 8, 2, "0", 8).relo("a", 16, 2, "0", 8).relo("a", 32, 2, "0", 8);
        builder.ext.relo("a", 24, 2, "0", 8).relo("nowhere", 0, 2, "0", 8).relo("a", -8, 2, "0", 8);
        List<RelocationRecord> records = builder.build().relocations();
        assertNull(records.get(0).program());
        assertNull(records.get(1).program());
        assertNull(records.get(2).program(), "past the end of the section");
        assertEquals(0, records.get(3).programInsn());
        assertNull(records.get(4).program(), "far past the end of the section");
        assertNull(records.get(5).program(), "no section of that name");
        assertEquals(0, records.get(5).sectionIndex());
    }

    @Rule(5)
    @Test
    void firstSectionOfANameTakesTheRecords() {
        BtfBuilder types = types().types;
        BtfExtBuilder ext = new BtfExtBuilder(types).relo("same", 0, 2, "0", 8);
        byte[] extBytes = ext.bytes(ByteOrder.LITTLE_ENDIAN);
        ElfBuilder elf = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        int first = elf.code("same", NOP.encode(ByteOrder.LITTLE_ENDIAN));
        int second = elf.code("same", NOP.encode(ByteOrder.LITTLE_ENDIAN));
        elf.function("in_second", second, 0, 8);
        elf.function("in_first", first, 0, 8);
        elf.data(".BTF", types.bytes(ByteOrder.LITTLE_ENDIAN));
        elf.data(".BTF.ext", extBytes);
        BpfObject object = BpfObject.parse(Bytes.of("object", elf.bytes(), ByteOrder.LITTLE_ENDIAN));
        RelocationRecord record = object.relocations().getFirst();
        assertEquals(first, record.sectionIndex());
        assertEquals("in_first", Objects.requireNonNull(record.program()).name());
    }

    @Rule(27)
    @Test
    void externsAreUndefinedSymbolsWithoutType() {
        ObjectBuilder builder = types();
        int config = builder.types.variable("CONFIG_X", 1, BtfBuilder.EXTERN);
        int symbol = builder.types.variable("sym", 0, BtfBuilder.EXTERN);
        int typed = builder.types.variable("typed", 2, BtfBuilder.EXTERN);
        int function = builder.types.function("kfunc", builder.types.prototype(1), BtfBuilder.EXTERN);
        builder.types.datasec(".kconfig", 0, new BtfBuilder.Placed(config, 0, 4));
        builder.types.datasec(
                ".ksyms",
                0,
                new BtfBuilder.Placed(symbol, 0, 0),
                new BtfBuilder.Placed(typed, 0, 4),
                new BtfBuilder.Placed(function, 0, 0));
        builder.program("kprobe/b", "main", NOP);
        for (String name : List.of("CONFIG_X", "sym", "typed")) {
            builder.undefined(name, Elf.STB_GLOBAL);
        }
        builder.undefined("kfunc", Elf.STB_WEAK);
        BpfObject object = builder.build();
        assertNull(object.refusal());
        assertEquals(
                List.of(
                        "CONFIG_X kconfig false",
                        "sym ksym-untyped false",
                        "typed ksym-typed false",
                        "kfunc kfunc true"),
                object.externs().stream()
                        .map(e -> e.name() + " " + e.kind().word() + " " + e.weak())
                        .toList());
    }

    @Test
    void sourceLineIsTheLastThatBeginsBefore() {
        ObjectBuilder builder = types();
        builder.program("a", "pa", NOP, NOP, NOP);
        builder.ext.line("a", 0, "a.c", "\tint x = 1;", 3).line("a", 16, "b.h", "y();", 9);
        BpfObject object = builder.build();
        SourceLine line = object.lines().at("a", 8);
        assertNotNull(line);
        assertEquals(new SourceLine("a.c", 3, 1, "int x = 1;"), line);
        assertEquals("b.h", Objects.requireNonNull(object.lines().at("a", 16)).file());
        assertNull(object.lines().at("b", 0));
    }
}
