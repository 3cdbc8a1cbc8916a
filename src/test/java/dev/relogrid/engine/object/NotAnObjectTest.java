package dev.relogrid.engine.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Words;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Files that are no 64-bit eBPF object: one sentence that says where and why. */
final class NotAnObjectTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

    private static byte[] sample(ByteOrder order) {
        ObjectBuilder object = new ObjectBuilder();
        object.types.struct("s", 4);
        object.program("a", "pa", ObjectBuilder.EXIT);
        object.ext.relo("a", 0, 1, "0", 8);
        return object.bytes(order);
    }

    private static MalformedInput refused(byte[] file) {
        return assertThrows(MalformedInput.class, () -> BpfObject.parse(Bytes.of("object", file, LE)));
    }

    record Case(String name, UnaryOperator<byte[]> damage, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case byteAt(String name, int at, int value, String message) {
        return new Case(name, file -> Words.poke8(file, at, value), message);
    }

    private static Case wordAt(String name, int at, int value, String message) {
        return new Case(name, file -> Words.poke32(file, at, value, LE), message);
    }

    static final List<Case> CASES = List.of(
            new Case(
                    "empty",
                    file -> new byte[0],
                    "ELF header at offset 0x0: expected 7f 45 4c 46 (an ELF file), found an empty file"),
            new Case(
                    "text",
                    file -> "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII),
                    "ELF header at offset 0x0: expected 7f 45 4c 46 (an ELF file), found 23 21 2f 62"),
            byteAt("32-bit", 4, 1, "ELF header at offset 0x4: expected class 2 (64-bit), found class 1 (32-bit)"),
            byteAt("no class", 4, 0, "ELF header at offset 0x4: expected class 2 (64-bit), found class 0"),
            byteAt(
                    "no byte order",
                    5,
                    3,
                    "ELF header at offset 0x5: expected byte order 1 (little) or 2 (big), found 3"),
            byteAt(
                    "the wrong byte order",
                    5,
                    2,
                    "ELF header at offset 0x3a: expected section headers of 64 bytes, found 16384 bytes"),
            byteAt("x86", 18, 62, "ELF header at offset 0x12: expected machine 247 (eBPF), found machine 62"),
            byteAt("executable", 16, 2, "ELF header at offset 0x10: expected type 1 (an object file), found type 2"),
            byteAt(
                    "header entries of 40",
                    58,
                    40,
                    "ELF header at offset 0x3a: expected section headers of 64 bytes, found 40 bytes"),
            byteAt(
                    "names past the sections",
                    62,
                    99,
                    "ELF header at offset 0x3e: expected a section name table below 6, found section 99"));

    @ParameterizedTest
    @FieldSource("CASES")
    void saysWhatItIsNot(Case c) {
        assertEquals(c.message, refused(c.damage.apply(sample(LE))).getMessage());
    }

    @Test
    void moreSectionsThanTheFileHolds() {
        byte[] file = sample(LE);
        MalformedInput error = refused(Words.poke32(file, 60, 0x0005_ffff, LE));
        assertEquals("65535", error.found());
        assertEquals(
                "at most " + file.length / 64 + " section headers in a file of " + file.length + " bytes",
                error.expected());
    }

    @Test
    void sectionHeadersFarOutside() {
        MalformedInput error = refused(Words.poke32(sample(LE), 44, 0x7fff_ffff, LE));
        assertEquals("ELF section headers", error.section());
    }

    /** Offset and size of a section are 64 bits each; their sum must not wrap around. */
    @Test
    void sectionOffsetsThatOverflow() {
        byte[] file = sample(LE);
        int types = (int) Bytes.of("file", file, LE).i64(40) + 64 * 2;
        for (int high : new int[] {0x7fff_ffff, -1}) {
            byte[] far = Words.poke32(Words.poke32(file, types + 24, -8, LE), types + 28, high, LE);
            byte[] huge = Words.poke32(file, types + 36, high, LE);
            for (byte[] damaged : List.of(far, huge)) {
                BpfObject object = BpfObject.parse(Bytes.of("object", damaged, LE));
                assertTrue(object.warnings().getFirst().startsWith(".BTF is ignored"), object.warnings()::toString);
                Section section = object.elf().sections().get(2);
                MalformedInput error =
                        assertThrows(MalformedInput.class, () -> object.elf().data(section));
                assertEquals(".BTF", error.section());
                assertEquals("a range inside object (" + file.length + " bytes)", error.expected());
            }
        }
    }

    @Test
    void cutAnywhereItIsRefused() {
        for (ByteOrder order : List.of(LE, ByteOrder.BIG_ENDIAN)) {
            byte[] whole = sample(order);
            for (int length = 0; length < whole.length; length++) {
                refused(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void objectOfNothingIsWellFormed() {
        BpfObject object = BpfObject.parse(Bytes.of("object", new ElfBuilder(LE).bytes(), LE));
        assertEquals(List.of(), object.programs());
        assertEquals(List.of(), object.relocations());
    }
}
