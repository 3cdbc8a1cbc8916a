package dev.relogrid.engine.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.Rule;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Instructions in both byte orders (RFC 9669). */
final class InsnTest {

    record Case(String little, String big, Insn insn) {}

    static final List<Case> CASES = List.of(
            new Case("61210800ffffffff", "61120008ffffffff", new Insn(0x61, 1, 2, 8, -1)),
            new Case("b70a000000000080", "b7a0000080000000", new Insn(0xb7, 10, 0, 0, Integer.MIN_VALUE)),
            new Case("7ba1f8ff00000000", "7b1afff800000000", new Insn(0x7b, 1, 10, -8, 0)),
            new Case("850000001023ad0b", "850000000bad2310", new Insn(0x85, 0, 0, 0, 0xbad2310)));

    @Rule(31)
    @ParameterizedTest
    @FieldSource("CASES")
    void readsAndWritesBothOrders(Case c) {
        byte[] little = HexFormat.of().parseHex(c.little);
        byte[] big = HexFormat.of().parseHex(c.big);
        assertEquals(c.insn, Insn.read(Bytes.of("code", little, ByteOrder.LITTLE_ENDIAN), 0));
        assertEquals(c.insn, Insn.read(Bytes.of("code", big, ByteOrder.BIG_ENDIAN), 0));
        assertEquals(c.little, HexFormat.of().formatHex(c.insn.encode(ByteOrder.LITTLE_ENDIAN)));
        assertEquals(c.big, HexFormat.of().formatHex(c.insn.encode(ByteOrder.BIG_ENDIAN)));
        assertEquals(c.little, c.insn.hex());
    }

    @Test
    void memorySizeReadsAndWrites() {
        for (int mode : List.of(0x60, 0x80, 0xc0)) {
            for (int size : List.of(1, 2, 4, 8)) {
                Insn load = new Insn(mode | Insn.LDX, 1, 2, 3, 4).withMemorySize(size);
                assertEquals(size, load.memorySize());
                assertEquals(mode | Insn.LDX, load.code() & 0xe7);
            }
        }
    }
}
