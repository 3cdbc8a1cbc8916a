package dev.relogrid.engine.verdict;

import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Refusal;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From relocations to verdicts. What libbpf does with the whole object decides first: a refusal to open it, or the first
 * relocation it stops at, breaks every program. A poisoned instruction breaks a program only when the verifier reaches
 * it, which the types cannot tell, so such a program is unknown.
 */
public final class Judge {
    private final ObjectSpecs specs;
    private final BpfObject object;
    private final Map<Program, Set<Program>> reachable = new IdentityHashMap<>();

    /** A judge of one object, for any number of kernels. */
    public Judge(ObjectSpecs specs) {
        this.specs = specs;
        this.object = specs.object();
        for (Program program : object.programs()) {
            if (isLoaded(program)) {
                reachable.put(program, Set.copyOf(object.reachable(program)));
            }
        }
    }

    /** What is said of the object on that kernel. */
    public KernelVerdict on(Kernel kernel) {
        Refusal refusal = object.refusal();
        boolean needsTypes = !object.relocations().isEmpty();
        if (refusal == null && needsTypes && kernel.vmlinux() == null) {
            return same(kernel, Verdict.NO_BTF, "the kernel's types are not known", List.of());
        }
        List<RelocationResult> results = needsTypes ? RelocationPass.run(specs, kernel) : List.of();
        if (refusal != null) {
            return same(kernel, Verdict.BROKEN, "libbpf does not open the object: " + refusal.why(), results);
        }
        for (RelocationResult result : results) {
            if (result.status() == Status.ERROR) {
                return same(kernel, Verdict.BROKEN, Explanations.failure(result), results);
            }
        }
        return byPoison(kernel, results);
    }

    private KernelVerdict byPoison(Kernel kernel, List<RelocationResult> results) {
        List<ProgramVerdict> programs = new ArrayList<>();
        Verdict worst = Verdict.OK;
        for (Map.Entry<Program, Set<Program>> entry : ordered()) {
            List<RelocationResult> poisoned = results.stream()
                    .filter(result -> result.status() == Status.POISONED
                            && entry.getValue().contains(result.record().program()))
                    .toList();
            Verdict verdict = poisoned.isEmpty() ? Verdict.OK : Verdict.UNKNOWN;
            programs.add(new ProgramVerdict(entry.getKey(), verdict, Explanations.poisoned(poisoned)));
            worst = worst.worst(verdict);
        }
        List<RelocationResult> poisoned =
                results.stream().filter(result -> result.status() == Status.POISONED).toList();
        String reason = worst == Verdict.OK ? "" : Explanations.poisoned(poisoned);
        return new KernelVerdict(kernel.id(), worst, reason, List.copyOf(programs), results);
    }

    private List<Map.Entry<Program, Set<Program>>> ordered() {
        List<Map.Entry<Program, Set<Program>>> entries = new ArrayList<>();
        for (Program program : object.programs()) {
            if (isLoaded(program)) {
                entries.add(Map.entry(program, reachable.getOrDefault(program, Set.of())));
            }
        }
        return entries;
    }

    private KernelVerdict same(Kernel kernel, Verdict verdict, String reason, List<RelocationResult> results) {
        List<ProgramVerdict> programs = object.programs().stream()
                .filter(Judge::isLoaded)
                .map(program -> new ProgramVerdict(program, verdict, reason))
                .toList();
        return new KernelVerdict(kernel.id(), verdict, reason, programs, results);
    }

    private static boolean isLoaded(Program program) {
        return program.autoload() && !program.subprogram();
    }
}
