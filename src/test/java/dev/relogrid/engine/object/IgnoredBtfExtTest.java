package dev.relogrid.engine.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.fixture.ObjectBuilder;
import dev.relogrid.fixture.Rule;
import dev.relogrid.fixture.Words;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A damaged .BTF.ext, or one without .BTF: a warning, and an object that is not relocated. */
final class IgnoredBtfExtTest {
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
    private static final String IGNORED = ".BTF.ext is ignored, so nothing is relocated: ";

    private static ObjectBuilder sample() {
        ObjectBuilder object = new ObjectBuilder();
        object.types.struct("s", 4);
        object.program("a", "pa", ObjectBuilder.EXIT);
        object.ext.relo("a", 0, 1, "0", 8);
        return object;
    }

    private static BpfObject parse(byte[] file) {
        return BpfObject.parse(Bytes.of("object", file, LE));
    }

    record Case(String name, int at, int value, String warning) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The section is a header of 32 bytes and 28 of core_relo. */
    static final List<Case> DAMAGED = List.of(
            new Case("magic", 0, 0, ".BTF.ext at offset 0x0: expected magic 0xeb9f in either byte order, found 0"),
            new Case("version", 0, 0x0003eb9f, ".BTF.ext at offset 0x2: expected version 1, found 3"),
            new Case("header", 4, 60, ".BTF.ext at offset 0x4: expected a header length of 24 to 59, found 60"),
            new Case(
                    "length",
                    28,
                    32,
                    ".BTF.ext core_relo at offset 0x0: expected a range inside .BTF.ext data (28 bytes), "
                            + "found 32 bytes at 0x0"),
            new Case(
                    "record size",
                    32,
                    8,
                    ".BTF.ext core_relo at offset 0x0: expected a record size of 16 or more, divisible by 4, found 8"),
            new Case("count", 40, 2, ".BTF.ext core_relo at offset 0x8: expected 1 to 1 records, found 2"));

    @Rule(30)
    @ParameterizedTest
    @FieldSource("DAMAGED")
    void damageIsAWarning(Case c) {
        ObjectBuilder sample = sample();
        byte[] ext = Words.poke32(sample.ext.bytes(LE), c.at, c.value, LE);
        BpfObject object = parse(sample.bytes(LE, ext));
        assertEquals(List.of(IGNORED + c.warning), object.warnings());
        assertEquals(List.of(), object.relocations());
        assertNull(object.refusal());
        assertEquals(1, object.programs().size());
    }

    @Rule(30)
    @Test
    void withoutTypesItSaysNothing() {
        BpfObject object = parse(sample().withoutTypes().bytes(LE));
        assertEquals(List.of(".BTF.ext is ignored: there is no .BTF section it could refer to"), object.warnings());
        assertEquals(List.of(), object.relocations());
        assertNull(object.btf());
    }

    @Rule(30)
    @Test
    void damagedTypesThatNobodyNeedsAreAWarning() {
        ObjectBuilder sample = sample();
        byte[] ext = sample.ext.bytes(LE);
        byte[] btf = Words.poke32(sample.types.bytes(LE), 0, 0, LE);
        BpfObject object = parse(sample.bytes(LE, btf, ext));
        assertEquals(2, object.warnings().size());
        assertEquals(
                ".BTF is ignored, so nothing is relocated: .BTF at offset 0x0: expected magic 0xeb9f in either "
                        + "byte order, found bytes 00 00",
                object.warnings().getFirst());
        assertNull(object.refusal());
    }

    @Test
    void damagedTypesThatExternsNeedEndTheReading() {
        ObjectBuilder sample = sample().undefined("ext", Elf.STB_GLOBAL);
        byte[] ext = sample.ext.bytes(LE);
        byte[] btf = Words.poke32(sample.types.bytes(LE), 0, 0, LE);
        MalformedInput error = assertThrows(MalformedInput.class, () -> parse(sample.bytes(LE, btf, ext)));
        assertEquals(".BTF", error.section());
    }
}
