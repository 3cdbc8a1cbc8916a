package dev.relogrid.engine.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Numbers and strings out of bytes, and one clear error outside of them. */
final class BytesTest {
    private static final byte[] EIGHT = {(byte) 0x80, 1, 2, 3, 4, 5, 6, (byte) 0xff};
    private static final Bytes LITTLE = Bytes.of("sample", EIGHT, ByteOrder.LITTLE_ENDIAN);
    private static final Bytes BIG = LITTLE.withOrder(ByteOrder.BIG_ENDIAN);

    @Test
    void littleEndianNumbers() {
        assertEquals(0x80, LITTLE.u8(0));
        assertEquals(0x0180, LITTLE.u16(0));
        assertEquals((short) 0xff06, LITTLE.s16(6));
        assertEquals(0xff06_0504L, LITTLE.u32(4));
        assertEquals(0xff06_0504, LITTLE.i32(4));
        assertEquals(0xff06_0504_0302_0180L, LITTLE.i64(0));
    }

    @Test
    void bigEndianNumbers() {
        assertEquals(0x8001, BIG.u16(0));
        assertEquals((short) 0x8001, BIG.s16(0));
        assertEquals(0x8001_0203L, BIG.u32(0));
        assertEquals(0x8001_0203_0405_06ffL, BIG.i64(0));
    }

    record Outside(String name, Executable read, long offset, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Outside> OUTSIDE = List.of(
            new Outside("u8", () -> LITTLE.u8(8), 8, "1 more bytes"),
            new Outside("u16", () -> LITTLE.u16(7), 7, "2 more bytes"),
            new Outside("i32", () -> LITTLE.i32(5), 5, "4 more bytes"),
            new Outside("i64", () -> BIG.i64(1), 1, "8 more bytes"),
            new Outside("below zero", () -> LITTLE.u32(-1), -1, "4 more bytes"),
            new Outside("far", () -> LITTLE.u8(Integer.MAX_VALUE), Integer.MAX_VALUE, "1 more bytes"));

    @ParameterizedTest
    @FieldSource("OUTSIDE")
    void readingOutsideSaysWhere(Outside c) {
        MalformedInput error = assertThrows(MalformedInput.class, c.read);
        assertEquals("sample", error.section());
        assertEquals(c.offset, error.offset());
        assertEquals(c.expected, error.expected());
        assertEquals("the end at 0x8", error.found());
    }

    @Test
    void sliceHasItsOwnNameAndZero() {
        Bytes slice = LITTLE.slice("middle", 2, 4);
        assertEquals("middle", slice.name());
        assertEquals(4, slice.length());
        assertEquals(2, slice.u8(0));
        assertEquals(ByteOrder.LITTLE_ENDIAN, slice.order());
        assertArrayEquals(new byte[] {2, 3, 4, 5}, slice.toArray());
        assertEquals(
                "middle", assertThrows(MalformedInput.class, () -> slice.u8(4)).section());
    }

    record Range(long off, long len) {}

    static final List<Range> BAD_RANGES = List.of(
            new Range(0, 9),
            new Range(8, 1),
            new Range(9, 0),
            new Range(4, 0xffff_ffffL),
            new Range(0xffff_fffcL, 8),
            new Range(-1, 1),
            new Range(1, -1),
            new Range(Long.MAX_VALUE, Long.MAX_VALUE),
            new Range(1, Long.MAX_VALUE));

    @ParameterizedTest
    @FieldSource("BAD_RANGES")
    void sliceOutsideIsRefusedWithoutOverflow(Range range) {
        MalformedInput error = assertThrows(MalformedInput.class, () -> LITTLE.slice("part", range.off, range.len));
        assertEquals("part", error.section());
        assertEquals("a range inside sample (8 bytes)", error.expected());
        assertEquals(Long.toUnsignedString(range.len) + " bytes at 0x" + Long.toHexString(range.off), error.found());
    }

    private static Bytes text(String text) {
        return Bytes.of("text", text.getBytes(StandardCharsets.ISO_8859_1), ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void stringEndsAtItsNul() {
        Bytes bytes = text("ab\0\u00e9\0tail");
        assertEquals("ab", bytes.cString(0));
        assertEquals("", bytes.cString(2));
        assertEquals("\u00e9", bytes.cString(3));
        assertEquals(-1, bytes.cStringLength(5));
        assertEquals(-1, bytes.cStringLength(-1));
        assertEquals(-1, bytes.cStringLength(9));
    }

    @Test
    void stringWithoutNulIsRefused() {
        MalformedInput error =
                assertThrows(MalformedInput.class, () -> text("ab").cString(1));
        assertEquals(1, error.offset());
        assertEquals("a string of at most 4096 bytes ending in NUL", error.expected());
    }

    @Test
    void stringLongerThanNamesAreIsRefused() {
        byte[] longest = new byte[Bytes.MAX_STRING + 2];
        Arrays.fill(longest, 0, Bytes.MAX_STRING + 1, (byte) 'a');
        Bytes bytes = Bytes.of("names", longest, ByteOrder.LITTLE_ENDIAN);
        assertEquals(-1, bytes.cStringLength(0));
        assertEquals(Bytes.MAX_STRING, bytes.cStringLength(1));
    }

    @Test
    void stringsAndRegionsCompare() {
        Bytes bytes = text("abc\0abc\0abd\0");
        assertTrue(bytes.cStringEquals(0, bytes, 4));
        assertFalse(bytes.cStringEquals(0, bytes, 8));
        assertFalse(bytes.cStringEquals(0, bytes, 5));
        assertTrue(bytes.regionEquals(0, bytes, 8, 2));
        assertFalse(bytes.regionEquals(0, bytes, 8, 3));
        assertFalse(bytes.regionEquals(10, bytes, 0, 3));
    }

    @Test
    void errorSaysWhatItKnows() {
        MalformedInput error = new MalformedInput(".BTF types", 0x1c, "a type", "the end");
        assertEquals(".BTF types at offset 0x1c: expected a type, found the end", error.getMessage());
    }
}
