package dev.relogrid.engine.object;

import dev.relogrid.engine.insn.Insn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which functions a program's code calls or takes the address of, so which of them libbpf appends to it ({@code
 * bpf_object__reloc_code}).
 */
final class CallGraph {
    private final References references;
    private final List<Program> programs;
    private final IdentityHashMap<Program, List<Program>> callers = new IdentityHashMap<>();

    CallGraph(References references, List<Program> programs) {
        this.references = references;
        this.programs = programs;
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

    /** The program and every function its code reaches, through however many calls, itself first. */
    List<Program> reachedFrom(Program program) {
        Set<Program> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Program> reached = new ArrayList<>();
        Deque<Program> open = new ArrayDeque<>(List.of(program));
        while (!open.isEmpty()) {
            Program next = open.removeFirst();
            if (seen.add(next)) {
                reached.add(next);
                open.addAll(find(next));
            }
        }
        return reached;
    }

    /** The functions that its own instructions call or take the address of. */
    private List<Program> find(Program program) {
        List<Program> found = new ArrayList<>();
        for (int i = 0; i < program.insnCount(); i++) {
            Insn insn = program.insn(i);
            if (references.of(program, i) instanceof Reference.ToFunction callee) {
                found.add(callee.function());
            }
            if (insn.isLdimm64()) {
                i++;
            }
        }
        return found;
    }
}
