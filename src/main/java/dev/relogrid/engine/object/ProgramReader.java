package dev.relogrid.engine.object;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the functions of an object ({@code bpf_object__add_programs}): the function symbols of every section with
 * instructions, ordered by section and offset. Instructions that belong to no symbol, as those of a weak function that
 * lost to another, are in no program.
 */
final class ProgramReader {
    private final Elf elf;
    private final List<Symbol> symbols;
    private final Map<String, Boolean> autoload;

    /** @param autoload what is said of programs by name; of those not named their section says it */
    ProgramReader(Elf elf, List<Symbol> symbols, Map<String, Boolean> autoload) {
        this.elf = elf;
        this.symbols = symbols;
        this.autoload = autoload;
    }

    List<Program> read() {
        List<Program> programs = new ArrayList<>();
        for (Symbol symbol : symbols) {
            Section section = sectionOf(symbol);
            if (symbol.type() == Elf.STT_FUNC && section != null && section.executable() && section.size() > 0) {
                programs.add(program(symbol, section));
            }
        }
        programs.sort(Comparator.comparingInt(Program::sectionIndex).thenComparingInt(Program::insnOff));
        return programs;
    }

    private @Nullable Section sectionOf(Symbol symbol) {
        int index = symbol.section();
        return index > 0 && index < elf.sections().size() ? elf.sections().get(index) : null;
    }

    private Program program(Symbol symbol, Section section) {
        String name = symbol.name();
        String where = "section '" + section.name() + "': function '" + name + "'";
        Bytes data = elf.data(section);
        long off = symbol.value();
        long size = symbol.size();
        if (off < 0 || size < 0 || off > data.length() || size > data.length() - off) {
            throw new OpenRefused(Refusal.FORMAT, where + " reaches past the end of its section");
        }
        boolean text = section.nameIs(".text");
        if (!text && symbol.bind() == Elf.STB_LOCAL) {
            throw new OpenRefused(Refusal.EOPNOTSUPP, where + " is static, which a program may not be");
        }
        if (size == 0 || size % Insn.SIZE != 0 || off % Insn.SIZE != 0) {
            throw new OpenRefused(
                    Refusal.EINVAL, where + " is " + size + " bytes at " + off + ", not whole instructions");
        }
        boolean off0 = section.name().startsWith("?");
        return new Program(
                name,
                off0 ? section.name().substring(1) : section.name(),
                section.index(),
                (int) (off / Insn.SIZE),
                (int) (size / Insn.SIZE),
                text ? !off0 : autoload.getOrDefault(name, !off0),
                text,
                symbol,
                data.slice("program " + name, off, size));
    }

    /** The program that holds the section's instruction slot ({@code find_prog_by_sec_insn}), or null. */
    static @Nullable Program find(List<Program> programs, int sectionIndex, long slot) {
        int low = 0;
        int high = programs.size() - 1;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            Program program = programs.get(middle);
            if (program.sectionIndex() < sectionIndex
                    || program.sectionIndex() == sectionIndex && program.insnOff() <= slot) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (programs.isEmpty()) {
            return null;
        }
        Program program = programs.get(low);
        return program.sectionIndex() == sectionIndex && program.contains(slot) ? program : null;
    }
}
