package dev.relogrid.engine.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfExtBuilder;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.Words;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What .BTF.ext says, and the flaws for which libbpf passes over all of it. */
final class BtfExtTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
    static final List<ByteOrder> ORDERS = List.of(LE, ByteOrder.BIG_ENDIAN);

    /** 32 bytes of header, then 20 of func_info, 28 of line_info, 68 of core_relo. */
    private static BtfExtBuilder sample() {
        BtfExtBuilder ext = new BtfExtBuilder(new BtfBuilder());
        ext.function("prog", 0, 7);
        ext.line("prog", 8, "a.c", "x = 1;", 3);
        ext.relo("prog", 8, 4, "0:1", 0).relo("prog", 16, 4, "0:2", 2).relo(".text", 0, 5, "0", 8);
        return ext;
    }

    private static BtfExt parse(byte[] section) {
        return BtfExt.parse(Bytes.of(".BTF.ext", section, LE));
    }

    @Rule(31)
    @ParameterizedTest
    @FieldSource("ORDERS")
    void readsBothOrders(ByteOrder order) {
        BtfExt ext = parse(sample().bytes(order));
        assertEquals(List.of(new FuncInfo(0, 7)), ext.functions().getFirst().records());
        LineInfo line = ext.lines().getFirst().records().getFirst();
        assertEquals(List.of(8, 3, 1), List.of(line.insnOff(), line.line(), line.column()));
        assertEquals(2, ext.relocations().size());
        assertEquals(
                new CoreRelo(8, 4, 17, 0),
                ext.relocations().getFirst().records().getFirst());
        assertEquals(
                new CoreRelo(0, 5, 25, 8), ext.relocations().getLast().records().getFirst());
    }

    @Rule(5)
    @Test
    void recordsKeepTheOrderOfTheFile() {
        BtfExt ext = parse(sample().bytes(LE));
        assertEquals(
                List.of(8, 16),
                ext.relocations().getFirst().records().stream()
                        .map(CoreRelo::insnOff)
                        .toList());
    }

    @Rule(30)
    @ParameterizedTest
    @ValueSource(ints = {20, 24, 64})
    void longerRecordsAreSteppedOver(int size) {
        BtfExt ext = parse(sample().reloRecordSize(size).bytes(LE));
        assertEquals(
                new CoreRelo(16, 4, 21, 2),
                ext.relocations().getFirst().records().getLast());
    }

    @Rule(30)
    @Test
    void headerFromBeforeCoReHasNoRelocations() {
        BtfExt ext = parse(sample().headerLength(24).bytes(LE));
        assertEquals(List.of(), ext.relocations());
        assertEquals(1, ext.lines().size());
    }

    @Rule(30)
    @Test
    void longerHeadersAreSteppedOver() {
        assertEquals(2, parse(sample().headerLength(48).bytes(LE)).relocations().size());
    }

    record Case(String name, UnaryOperator<byte[]> damage, String section, long offset, String expected, String found) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case poked(String name, int at, int value, String section, long offset, String want, String got) {
        return new Case(name, bytes -> Words.poke32(bytes, at, value, LE), section, offset, want, got);
    }

    private static final int CORE = 32 + 20 + 28;

    static final List<Case> DAMAGED = List.of(
            poked("magic", 0, 0x00010000, ".BTF.ext", 0, "magic 0xeb9f in either byte order", "0"),
            poked("version", 0, 0x0002eb9f, ".BTF.ext", 2, "version 1", "2"),
            poked("flags", 0, 0x0101eb9f, ".BTF.ext", 3, "flags 0", "1"),
            poked("header too short", 4, 20, ".BTF.ext", 4, "a header length of 24 to 147", "20"),
            poked("header takes all", 4, 148, ".BTF.ext", 4, "a header length of 24 to 147", "148"),
            poked("offset not aligned", 24, 2, ".BTF.ext", 24, "an offset that is a multiple of 4", "2"),
            poked(
                    "relocations past the end",
                    28,
                    80,
                    ".BTF.ext core_relo",
                    0,
                    "a range inside .BTF.ext data (116 bytes)",
                    "80 bytes at 0x30"),
            poked(
                    "length wraps around",
                    28,
                    -1,
                    ".BTF.ext core_relo",
                    0,
                    "a range inside .BTF.ext data (116 bytes)",
                    "4294967295 bytes at 0x30"),
            poked(
                    "record too small",
                    CORE,
                    12,
                    ".BTF.ext core_relo",
                    0,
                    "a record size of 16 or more, divisible by 4",
                    "12"),
            poked(
                    "record of 18",
                    CORE,
                    18,
                    ".BTF.ext core_relo",
                    0,
                    "a record size of 16 or more, divisible by 4",
                    "18"),
            poked("record of 4 GiB", CORE, -4, ".BTF.ext core_relo", 4 + 4, "1 to 0 records", "2"),
            poked(
                    "function record too small",
                    32,
                    4,
                    ".BTF.ext func_info",
                    0,
                    "a record size of 8 or more, divisible by 4",
                    "4"),
            poked("no records", CORE + 8, 0, ".BTF.ext core_relo", 8, "1 to 3 records", "0"),
            poked("too many records", CORE + 8, 4, ".BTF.ext core_relo", 8, "1 to 3 records", "4"),
            poked("2^32 - 1 records", CORE + 8, -1, ".BTF.ext core_relo", 8, "1 to 3 records", "4294967295"),
            poked("no section", 28, 4, ".BTF.ext core_relo", 4, "at least one section", "the end"));

    @Rule(30)
    @ParameterizedTest
    @FieldSource("DAMAGED")
    void damagedOutlineSaysWhere(Case c) {
        byte[] section = c.damage.apply(sample().bytes(LE));
        MalformedInput error = assertThrows(MalformedInput.class, () -> parse(section));
        assertEquals(
                List.of(c.section, c.offset, c.expected, c.found),
                List.of(error.section(), error.offset(), error.expected(), error.found()));
    }

    @Rule(30)
    @Test
    void cutAnywhereItIsRefused() {
        byte[] whole = sample().bytes(LE);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(MalformedInput.class, () -> parse(cut), "at " + length);
        }
    }
}
