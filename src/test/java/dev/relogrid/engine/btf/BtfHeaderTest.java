package dev.relogrid.engine.btf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.TypeText;
import dev.relogrid.fixture.Words;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers old, new and wrong; kinds and counts wider than they used to be. */
final class BtfHeaderTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

    private static BtfBuilder sample() {
        BtfBuilder t = new BtfBuilder();
        t.integer("int", 4, 1);
        t.pointer(1);
        return t;
    }

    private static Btf parse(byte[] section) {
        return Btf.parse(Bytes.of(".BTF", section, LE));
    }

    @Rule(32)
    @ParameterizedTest
    @ValueSource(ints = {24, 32, 40, 64})
    void longerHeadersAreSteppedOver(int length) {
        for (ByteOrder order : List.of(LE, ByteOrder.BIG_ENDIAN)) {
            Btf btf = sample().headerLength(length).build(order);
            assertEquals(TypeText.all(sample().build()), TypeText.all(btf));
        }
    }

    @Rule(32)
    @Test
    void aLayoutLiesBetweenTypesAndStringsInWholeEntries() {
        byte[] whole = sample().layout(new byte[16]).build().raw();
        for (int word : new int[] {24, 28}) {
            for (int delta : new int[] {1, -4, 0x1000_0000}) {
                byte[] damaged = whole.clone();
                ByteBuffer words = ByteBuffer.wrap(damaged).order(LE);
                words.putInt(word, words.getInt(word) + delta);
                if (word == 28 && delta == -4) {
                    continue; // a shorter layout is one
                }
                MalformedInput e = assertThrows(MalformedInput.class, () -> parse(damaged));
                assertEquals(24, e.offset());
            }
        }
    }

    /** 24 bits of vlen since libbpf 1.8: a struct of 65536 members would have had none before. */
    @Rule(32)
    @Test
    void vlenHas24Bits() {
        BtfBuilder t = new BtfBuilder();
        int[] words = new int[3 + 2 * 0x1_0001];
        words[1] = BtfKind.ENUM << 24 | 0x1_0001;
        words[2] = 4;
        t.raw(words);
        assertEquals(0x1_0001, t.build().vlen(1));
    }

    @Rule(32)
    @Test
    void kindHas7BitsAndTheLayoutTellsHowToStepOverIt() {
        byte[] layout = new byte[4 * 70];
        layout[4 * 69] = 8;
        layout[4 * 69 + 1] = 12;
        BtfBuilder t = sample().layout(layout);
        t.raw(0, 69 << 24 | 2, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        int after = t.integer("after", 8, 0);
        for (ByteOrder order : List.of(LE, ByteOrder.BIG_ENDIAN)) {
            Btf btf = t.build(order);
            assertEquals(69, btf.kind(3));
            assertEquals("unknown", BtfKind.name(btf.kind(3)));
            assertEquals("after", btf.name(after));
        }
    }

    @Rule(32)
    @Test
    void splitUsesTheLayoutOfItsBase() {
        byte[] layout = new byte[4 * 26];
        layout[4 * 25] = 4;
        BtfBuilder module = BtfBuilder.over(sample().layout(layout));
        module.raw(0, 25 << 24, 0, 99);
        int after = module.integer("after", 8, 0);
        assertEquals("after", module.build().name(after));
    }

    @Rule(32)
    @Test
    void unknownKindWithoutALayoutIsRefused() {
        BtfBuilder t = sample();
        t.raw(0, 20 << 24, 0);
        MalformedInput error = assertThrows(MalformedInput.class, t::build);
        assertEquals(".BTF types", error.section());
        assertEquals(16 + 12 + 4, error.offset());
        assertEquals("a known kind (1 to 19)", error.expected());
        assertEquals("kind 20", error.found());
    }

    record Case(String name, UnaryOperator<byte[]> damage, String section, long offset, String expected, String found) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The sample is a header of 24 bytes, 28 of types, 5 of strings. */
    static final List<Case> DAMAGED = List.of(
            poked("magic", 0, 0x00014eb9, ".BTF", 0, "magic 0xeb9f in either byte order", "bytes b9 4e"),
            poked("version", 0, 0x0002eb9f, ".BTF", 2, "BTF version 1", "2"),
            poked("header too short", 4, 23, ".BTF", 4, "a header length of 24 to 57", "23"),
            poked("header too long", 4, 58, ".BTF", 4, "a header length of 24 to 57", "58"),
            poked("header of 4 GiB", 4, -1, ".BTF", 4, "a header length of 24 to 57", "4294967295"),
            poked("types at an odd offset", 8, 2, ".BTF", 8, "a type offset that is a multiple of 4", "2"),
            poked("types reach into strings", 12, 32, ".BTF", 16, "strings behind the types, at 32", "28"),
            poked("types wrap around", 12, -4, ".BTF", 16, "strings behind the types, at 4294967292", "28"),
            poked(
                    "strings past the end",
                    20,
                    6,
                    ".BTF strings",
                    0,
                    "a range inside .BTF data (33 bytes)",
                    "6 bytes at 0x1c"),
            poked(
                    "strings far past the end",
                    16,
                    -4,
                    ".BTF strings",
                    0,
                    "a range inside .BTF data (33 bytes)",
                    "5 bytes at 0xfffffffc"),
            poked("no strings", 20, 0, ".BTF strings", 0, "a final NUL", "none"),
            poked("strings without a final NUL", 20, 4, ".BTF strings", 3, "a final NUL", "none"),
            new Case(
                    "strings that need a base",
                    section -> Words.poke8(section, 24 + 28, 'x'),
                    ".BTF strings",
                    0,
                    "NUL, the empty string (split BTF needs its base)",
                    "byte 120"));

    private static Case poked(String name, int at, int value, String section, long offset, String want, String got) {
        return new Case(name, bytes -> Words.poke32(bytes, at, value, LE), section, offset, want, got);
    }

    @Rule(32)
    @ParameterizedTest
    @FieldSource("DAMAGED")
    void damagedHeaderSaysWhere(Case c) {
        byte[] section = c.damage.apply(sample().bytes(LE));
        MalformedInput error = assertThrows(MalformedInput.class, () -> parse(section));
        assertEquals(c.section, error.section());
        assertEquals(c.offset, error.offset());
        assertEquals(c.expected, error.expected());
        assertEquals(c.found, error.found());
    }

    @Test
    void emptyTypeSectionIsFine() {
        assertEquals(1, new BtfBuilder().build().typeCount());
    }
}
