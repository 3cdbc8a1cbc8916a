package dev.relogrid.engine.object;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Rel;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds the ELF relocations of programs against what libbpf accepts ({@code bpf_object__collect_prog_relos}, {@code
 * bpf_program__record_reloc}): a reference to a map, a data section, an extern, or a function in {@code .text}.
 */
final class RelocationCheck {
    private final Elf elf;
    private final List<Symbol> symbols;
    private final List<Program> programs;
    private final Set<Long> defined = new HashSet<>();

    RelocationCheck(Elf elf, List<Symbol> symbols, List<Program> programs, List<MapDef> maps) {
        this.elf = elf;
        this.symbols = symbols;
        this.programs = programs;
        for (MapDef map : maps) {
            if (!map.internal()) {
                defined.add(map.offset());
            }
        }
    }

    void run() {
        for (Section section : elf.sections()) {
            int target = section.info();
            if (section.type() == Elf.SHT_REL
                    && target > 0
                    && target < elf.sections().size()) {
                Section code = elf.sections().get(target);
                if (code.executable() && !section.name().startsWith(".rel.debug_")) {
                    checkSection(section, code);
                }
            }
        }
    }

    private void checkSection(Section section, Section code) {
        Bytes data = elf.data(code);
        for (Rel rel : elf.relocations(section)) {
            if (rel.symbol() < 0 || rel.symbol() >= symbols.size()) {
                throw new OpenRefused(
                        Refusal.FORMAT, "section '" + section.name() + "' refers to a symbol that is not there");
            }
            long off = rel.offset();
            if (off < 0 || off % Insn.SIZE != 0 || off >= data.length()) {
                throw new OpenRefused(
                        Refusal.FORMAT,
                        "section '" + section.name() + "' refers to offset " + off + ", no instruction");
            }
            long slot = off / Insn.SIZE;
            Program program = ProgramReader.find(programs, code.index(), slot);
            if (program != null) {
                check(program, (int) (slot - program.insnOff()), symbols.get(rel.symbol()));
            }
        }
    }

    private void check(Program program, int index, Symbol symbol) {
        Insn insn = program.insn(index);
        String what = "program '" + program.name() + "', instruction " + index + ": ";
        String name = symbol.name().isEmpty() ? "a section" : "'" + symbol.name() + "'";
        if (insn.code() != Insn.CALL && !insn.isLdimm64()) {
            throw new OpenRefused(Refusal.RELOC, what + "a reference to " + name + " stands on no call or 64-bit load");
        }
        if (ExternReader.isExtern(symbol)) {
            return;
        }
        if (insn.code() == Insn.CALL) {
            checkCall(insn, what, name, symbol);
            return;
        }
        if (symbol.section() == Elf.SHN_UNDEF || symbol.section() >= Elf.SHN_LORESERVE) {
            throw new OpenRefused(Refusal.RELOC, what + name + " is in no section; an uninitialised global variable?");
        }
        if (symbol.section() < elf.sections().size()) {
            checkData(what, name, symbol);
        }
    }

    private void checkCall(Insn insn, String what, String name, Symbol symbol) {
        if (insn.src() != Insn.PSEUDO_CALL) {
            throw new OpenRefused(Refusal.RELOC, what + "the call of " + name + " is not a call of a function");
        }
        boolean text = symbol.section() > 0
                && symbol.section() < elf.sections().size()
                && elf.sections().get(symbol.section()).nameIs(".text");
        if (!text || symbol.value() % Insn.SIZE != 0) {
            throw new OpenRefused(Refusal.RELOC, what + name + " is not a function in .text");
        }
    }

    private void checkData(String what, String name, Symbol symbol) {
        Section section = elf.sections().get(symbol.section());
        if (section.nameIs(".text") || section.nameIs(".addr_space.1") || section.nameIs(".jumptables")) {
            return;
        }
        if (section.nameIs(".maps")) {
            if (!defined.contains(symbol.value())) {
                throw new OpenRefused(Refusal.RELOC, what + "no map is defined at " + name);
            }
        } else if (!MapReader.isData(section)) {
            throw new OpenRefused(
                    Refusal.RELOC,
                    what + name + " is in section '" + section.name() + "', which holds neither maps nor data");
        }
    }
}
