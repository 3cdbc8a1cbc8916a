package dev.relogrid.engine.object;

import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Rel;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the instructions of an object refer to, from its ELF relocations ({@code bpf_program__record_reloc}, {@code
 * bpf_object__reloc_code}).
 */
final class References {
    private final List<Symbol> symbols;
    private final List<Program> programs;
    private final Map<Integer, Extern> externs = new HashMap<>();
    private final Map<Integer, List<MapDef>> maps = new HashMap<>();
    private final Map<Long, Symbol> bySlot = new HashMap<>();

    References(Elf elf, List<Symbol> symbols, List<Program> programs) {
        this.symbols = symbols;
        this.programs = programs;
        for (Section section : elf.sections()) {
            int target = section.info();
            if (section.type() == Elf.SHT_REL
                    && target > 0
                    && target < elf.sections().size()
                    && elf.sections().get(target).executable()) {
                collect(section, elf.relocations(section));
            }
        }
    }

    private void collect(Section section, List<Rel> relocations) {
        for (Rel rel : relocations) {
            if (rel.symbol() >= 0 && rel.symbol() < symbols.size()) {
                bySlot.put(slot(section.info(), rel.offset() / Insn.SIZE), symbols.get(rel.symbol()));
            }
        }
    }

    /** The same, with what externs and maps there are. */
    References with(List<Extern> allExterns, List<MapDef> allMaps) {
        allExterns.forEach(extern -> externs.put(extern.symbolIndex(), extern));
        for (MapDef map : allMaps) {
            maps.computeIfAbsent(map.sectionIndex(), index -> new ArrayList<>()).add(map);
        }
        return this;
    }

    private static long slot(int section, long insn) {
        return (long) section << 32 | insn & 0xffff_ffffL;
    }

    /** What the instruction in that slot of the program refers to; null when to nothing. */
    @Nullable
    Reference of(Program program, int index) {
        Insn insn = program.insn(index);
        Symbol symbol = bySlot.get(slot(program.sectionIndex(), program.insnOff() + index));
        if (symbol == null) {
            return insn.code() == Insn.CALL && insn.src() == Insn.PSEUDO_CALL
                    ? function(program.sectionIndex(), program.insnOff() + index + 1L + insn.imm())
                    : null;
        }
        Extern extern = externs.get(symbol.index());
        if (extern != null) {
            return new Reference.ToExtern(extern);
        }
        if (insn.code() == Insn.CALL) {
            return function(symbol.section(), symbol.value() / Insn.SIZE + insn.imm() + 1L);
        }
        if (!insn.isLdimm64()) {
            return null;
        }
        Reference function = function(symbol.section(), symbol.value() / Insn.SIZE + insn.imm() / Insn.SIZE);
        return function != null ? function : map(symbol, insn);
    }

    private @Nullable Reference function(int section, long slot) {
        Program function = ProgramReader.find(programs, section, slot);
        return function == null ? null : new Reference.ToFunction(function);
    }

    private @Nullable Reference map(Symbol symbol, Insn insn) {
        for (MapDef map : maps.getOrDefault(symbol.section(), List.of())) {
            if (map.internal()) {
                return new Reference.ToMap(map, symbol.value() + insn.imm());
            }
            if (map.offset() == symbol.value()) {
                return new Reference.ToMap(map, 0);
            }
        }
        return null;
    }
}
