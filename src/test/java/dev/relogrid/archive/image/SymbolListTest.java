package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.fixture.ElfBuilder;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Lists of symbols out of files of text, and out of ELF's own table. */
final class SymbolListTest {
    record Case(String name, String line, String listed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> LINES = List.of(
            new Case("System.map", "ffffffff81000000 T a_text", "T a_text\n"),
            new Case("32 bit", "c0008000 t a_text", "t a_text\n"),
            new Case("hidden address", "0000000000000000 T a_text", "T a_text\n"),
            new Case("short address", "0 D a_variable", "D a_variable\n"),
            new Case("no address", "T a_text", "T a_text\n"),
            new Case("name of one letter", "ffffffff81000000 T a", "T a\n"),
            new Case("module's", "ffffffffc0000000 t a_text\t[veth]", ""),
            new Case("program's", "ffffffffc0000000 t bpf_prog_6deef7357e7b4530\t[bpf]", ""),
            new Case("undefined, as nm has it", "                 U a_text", ""));

    private static final String REST = "ffffffff81000000 t z_twice\n".repeat(50);
    private static final String LISTED = "t z_twice\n".repeat(50);

    @ParameterizedTest
    @FieldSource("LINES")
    void lineIsRead(Case row) {
        assertEquals(row.listed + LISTED, text(parse(row.line + "\n" + REST)));
        assertEquals(row.listed + LISTED, text(parse(REST + row.line)));
    }

    @Test
    void orderIsByNameAndThenLetter() {
        assertEquals(
                "T A\nD a\nT a\nd a\nT a.1\nT aa\n" + LISTED,
                text(parse("0 T aa\n0 d a\n0 T a\n0 D a\n0 T a.1\n0 T A\n" + REST)));
    }

    @Test
    void aListIsItsOwnList() {
        byte[] list = Objects.requireNonNull(parse("0 T b\n0 t b\n" + "0 T a_longer_name\n".repeat(100)));

        assertArrayEquals(list, SymbolList.parse("list", list));
        assertEquals(102, SymbolList.count(list));
    }

    @Test
    void placeholdersHaveNone() {
        assertNull(parse("ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n"));
        assertNull(parse(""));
        assertNull(parse("ffffffffc0000000 t a_text\t[veth]\n".repeat(50)));
    }

    @ParameterizedTest
    @FieldSource("NONSENSE")
    void nonsenseIsNamed(String line) {
        var e = assertThrows(MalformedInput.class, () -> parse(REST + line + "\n"));

        assertEquals(REST.length(), e.offset());
        assertTrue(e.found().startsWith("'" + line.substring(0, Math.min(10, line.length()))), e::found);
    }

    static final List<String> NONSENSE =
            List.of("", "CONFIG_BPF=y", "ffffffff81000000 T", "0 T a b c", "0 TT name", "0 5 name", "x".repeat(100));

    @Test
    void elfTableGivesNmsLetters() {
        ElfBuilder elf = new ElfBuilder(ByteOrder.LITTLE_ENDIAN).machine(62);
        int text = elf.code(".text", new byte[8]);
        elf.symbol("do_exit", Elf.STB_GLOBAL, Elf.STT_FUNC, text, 0, 4);
        elf.symbol("inner", Elf.STB_LOCAL, Elf.STT_FUNC, text, 4, 4);
        elf.symbol("weak", Elf.STB_WEAK, Elf.STT_FUNC, text, 4, 4);
        elf.symbol("jiffies", Elf.STB_GLOBAL, Elf.STT_OBJECT, elf.data(".rodata", new byte[8]), 0, 8);
        elf.symbol("counter", Elf.STB_LOCAL, Elf.STT_OBJECT, elf.empty(".bss", 8), 0, 8);
        elf.symbol("default", Elf.STB_WEAK, Elf.STT_OBJECT, elf.section(".data", 1, 3, new byte[8]), 0, 8);
        elf.symbol("state", Elf.STB_GLOBAL, Elf.STT_OBJECT, elf.section(".data.once", 1, 3, new byte[8]), 0, 8);
        elf.symbol(".Llabel", Elf.STB_LOCAL, Elf.STT_NOTYPE, text, 4, 0);
        elf.symbol("a section's", Elf.STB_LOCAL, Elf.STT_SECTION, text, 0, 0);
        elf.symbol("elsewhere", Elf.STB_GLOBAL, Elf.STT_FUNC, Elf.SHN_UNDEF, 0, 0);
        elf.symbol("absolute", Elf.STB_GLOBAL, Elf.STT_NOTYPE, 0xfff1, 0, 0);

        assertEquals(
                "A absolute\nb counter\nV default\nT do_exit\nt inner\nR jiffies\nD state\nW weak\n",
                text(KallsymsTest.symbolsOf(
                        KernelImage.contents("vmlinux", elf.fileType(2).bytes()))));
        assertNull(KernelImage.contents("veth.ko", elf.fileType(Elf.ET_REL).bytes())
                .symbols());
    }

    private static byte @Nullable [] parse(String text) {
        return SymbolList.parse("System.map", text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(byte @Nullable [] list) {
        return list == null ? "none" : new String(list, StandardCharsets.ISO_8859_1);
    }
}
