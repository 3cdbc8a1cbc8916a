package dev.relogrid.engine.object;

import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Rel;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.insn.Insn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which functions a program's code calls or takes the address of, so which of them libbpf appends to it ({@code
 * bpf_object__reloc_code}).
 */
final class CallGraph {
    private final Elf elf;
    private final List<Symbol> symbols;
    private final List<Program> programs;
    private final Map<Long, Symbol> references = new HashMap<>();
    private final IdentityHashMap<Program, List<Program>> callers = new IdentityHashMap<>();

    CallGraph(Elf elf, List<Symbol> symbols, List<Program> programs) {
        this.elf = elf;
        this.symbols = symbols;
        this.programs = programs;
        for (Section section : elf.sections()) {
            int target = section.info();
            if (section.type() == Elf.SHT_REL
                    && target > 0
                    && target < elf.sections().size()
                    && elf.sections().get(target).executable()) {
                collect(section);
            }
        }
    }

    private void collect(Section section) {
        for (Rel rel : elf.relocations(section)) {
            if (rel.symbol() >= 0 && rel.symbol() < symbols.size()) {
                references.put(slot(section.info(), rel.offset() / Insn.SIZE), symbols.get(rel.symbol()));
            }
        }
    }

    private static long slot(int section, long insn) {
        return (long) section << 32 | insn & 0xffff_ffffL;
    }

    /** Every function whose code, through however many calls, reaches one of {@code targets}; these included. */
    Set<Program> reaching(Collection<Program> targets) {
        if (callers.isEmpty()) {
            programs.forEach(program -> find(program)
                    .forEach(callee -> callers.computeIfAbsent(callee, c -> new ArrayList<>())
                            .add(program)));
        }
        Set<Program> reaching = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Program> open = new ArrayDeque<>(targets);
        while (!open.isEmpty()) {
            Program next = open.removeFirst();
            if (reaching.add(next)) {
                open.addAll(callers.getOrDefault(next, List.of()));
            }
        }
        return reaching;
    }

    /** The functions that its own instructions call or take the address of. */
    private List<Program> find(Program program) {
        List<Program> found = new ArrayList<>();
        for (int i = 0; i < program.insnCount(); i++) {
            Insn insn = program.insn(i);
            Program callee = callee(program, i, insn);
            if (callee != null) {
                found.add(callee);
            }
            if (insn.isLdimm64()) {
                i++;
            }
        }
        return found;
    }

    private @Nullable Program callee(Program program, int index, Insn insn) {
        Symbol symbol = references.get(slot(program.sectionIndex(), program.insnOff() + index));
        if (insn.code() == Insn.CALL && insn.src() == Insn.PSEUDO_CALL) {
            return symbol == null
                    ? ProgramReader.find(programs, program.sectionIndex(), program.insnOff() + index + 1L + insn.imm())
                    : ProgramReader.find(programs, symbol.section(), symbol.value() / Insn.SIZE + insn.imm() + 1L);
        }
        if (insn.isLdimm64() && symbol != null) {
            return ProgramReader.find(programs, symbol.section(), symbol.value() / Insn.SIZE + insn.imm() / Insn.SIZE);
        }
        return null;
    }
}
