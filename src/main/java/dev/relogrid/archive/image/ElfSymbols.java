package dev.relogrid.archive.image;

import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The symbol table of an ELF vmlinux, with the letters nm(1) gives; for kernels without tables of their own. */
final class ElfSymbols {
    private static final int SHF_WRITE = 1;
    private static final int SHN_ABS = 0xfff1;

    private ElfSymbols() {}

    /** What {@link SymbolList} makes of them, or null when the file has none. */
    static byte @Nullable [] of(Elf elf) {
        var list = new SymbolList();
        for (Symbol symbol : elf.symbols()) {
            char letter = letter(elf.sections(), symbol);
            String name = letter == 0 ? "" : symbol.name();
            // assemblers' own labels are in no kernel's list either (scripts/mksysmap)
            if (!name.isEmpty() && name.charAt(0) != '$' && !name.startsWith(".L")) {
                byte[] text = (letter + name).getBytes(StandardCharsets.ISO_8859_1);
                list.add(text, 0, text.length);
            }
        }
        return list.toText();
    }

    /** 0 for what is no symbol of the kernel's. */
    private static char letter(List<Section> sections, Symbol symbol) {
        boolean named = symbol.type() <= Elf.STT_FUNC;
        if (!named || symbol.section() == Elf.SHN_UNDEF) {
            return 0;
        }
        boolean global = symbol.bind() != Elf.STB_LOCAL;
        if (symbol.section() == SHN_ABS) {
            return global ? 'A' : 'a';
        }
        if (symbol.section() >= sections.size()) {
            return 0;
        }
        if (symbol.bind() == Elf.STB_WEAK) {
            return symbol.type() == Elf.STT_OBJECT ? 'V' : 'W';
        }
        char letter = letter(sections.get(symbol.section()));
        return global ? Character.toUpperCase(letter) : letter;
    }

    private static char letter(Section section) {
        if (section.executable()) {
            return 't';
        }
        if (section.type() == Elf.SHT_NOBITS) {
            return 'b';
        }
        return (section.flags() & SHF_WRITE) != 0 ? 'd' : 'r';
    }
}
