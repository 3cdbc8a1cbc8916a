package dev.relogrid.engine.verdict;

import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Refusal;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * From relocations to verdicts. What libbpf does with the whole object decides first: a refusal to open it, or the first
 * relocation it stops at, breaks every program. A poisoned instruction breaks a program only when the verifier reaches
 * it: where no branch lies before it that is certain, elsewhere it is not judged and the program is unknown.
 */
public final class Judge {
    private final ObjectSpecs specs;
    private final BpfObject object;
    private final List<Program> loaded;

    /** A judge of one object, for any number of kernels. */
    public Judge(ObjectSpecs specs) {
        this.specs = specs;
        this.object = specs.object();
        this.loaded = object.programs().stream()
                .filter(program -> program.autoload() && !program.subprogram())
                .toList();
    }

    /** What is said of the object on that kernel, and why. */
    public Judgement on(Kernel kernel) {
        Refusal refusal = object.refusal();
        boolean needsTypes = !object.relocations().isEmpty();
        if (refusal == null && needsTypes && kernel.vmlinux() == null) {
            return same(kernel, Verdict.NO_BTF, Explanations.noTypes(kernel.noBtf()), List.of());
        }
        List<RelocationResult> results = needsTypes ? RelocationPass.run(specs, kernel) : List.of();
        if (refusal != null) {
            return same(kernel, Verdict.BROKEN, "libbpf does not open the object: " + refusal.why(), results);
        }
        String stop = firstFailure(results);
        return stop.isEmpty() ? byPoison(kernel, results) : same(kernel, Verdict.BROKEN, stop, results);
    }

    private String firstFailure(List<RelocationResult> results) {
        for (RelocationResult result : results) {
            if (result.status() == Status.ERROR) {
                return Explanations.failure(result);
            }
        }
        return object.relocations().isEmpty() ? "" : RelocationPass.flaw(object);
    }

    private Judgement byPoison(Kernel kernel, List<RelocationResult> results) {
        List<RelocationResult> poisoned = results.stream()
                .filter(result -> result.status() == Status.POISONED)
                .toList();
        IdentityHashMap<Program, List<RelocationResult>> byFunction = new IdentityHashMap<>();
        for (RelocationResult result : poisoned) {
            Program function = result.record().program();
            if (function != null) {
                byFunction.computeIfAbsent(function, f -> new ArrayList<>()).add(result);
            }
        }
        Set<Program> affected = byFunction.isEmpty() ? Set.of() : object.reaching(byFunction.keySet());
        List<ProgramVerdict> programs = new ArrayList<>();
        Verdict worst = Verdict.OK;
        for (Program program : loaded) {
            ProgramVerdict verdict = affected.contains(program)
                    ? undecided(program, byFunction.getOrDefault(program, List.of()))
                    : new ProgramVerdict(program, Verdict.OK, "");
            programs.add(verdict);
            worst = worst.worst(verdict.verdict());
        }
        return judgement(kernel, worst, reason(worst, programs, poisoned), List.copyOf(programs), results);
    }

    /**
     * @param own its own poisoned instructions; none when only functions it calls have some
     */
    private static ProgramVerdict undecided(Program program, List<RelocationResult> own) {
        for (RelocationResult result : own) {
            if (isReached(result)) {
                return new ProgramVerdict(program, Verdict.BROKEN, Explanations.reached(result));
            }
        }
        return new ProgramVerdict(
                program, Verdict.UNKNOWN, own.isEmpty() ? Explanations.CALLS_POISON : Explanations.poisoned(own));
    }

    /** The reason of the worst program; over several undecided ones, how much is missing in all. */
    private static String reason(Verdict worst, List<ProgramVerdict> programs, List<RelocationResult> poisoned) {
        if (worst == Verdict.BROKEN) {
            return programs.stream()
                    .filter(program -> program.verdict() == Verdict.BROKEN)
                    .map(program -> program.program().name() + ": " + program.reason())
                    .findFirst()
                    .orElse("");
        }
        return worst == Verdict.OK ? "" : Explanations.poisoned(poisoned);
    }

    private Judgement same(Kernel kernel, Verdict verdict, String reason, List<RelocationResult> results) {
        List<ProgramVerdict> programs = loaded.stream()
                .map(program -> new ProgramVerdict(program, verdict, reason))
                .toList();
        return judgement(kernel, verdict, reason, programs, results);
    }

    private static Judgement judgement(
            Kernel kernel,
            Verdict verdict,
            String reason,
            List<ProgramVerdict> programs,
            List<RelocationResult> results) {
        List<Finding> findings = results.stream()
                .filter(result -> result.status() == Status.ERROR || result.status() == Status.POISONED)
                .map(Judge::finding)
                .toList();
        return new Judgement(new KernelVerdict(kernel.id(), verdict, reason, programs, findings), results);
    }

    private static Finding finding(RelocationResult result) {
        boolean fatal = result.status() == Status.ERROR || isReached(result);
        return new Finding(result.record().number(), result.status(), fatal, Explanations.cause(result));
    }

    /** Whether the verifier is certain to come to the instruction. */
    private static boolean isReached(RelocationResult result) {
        Program program = result.record().program();
        return program != null
                && !program.subprogram()
                && StraightLine.reaches(program, result.record().programInsn());
    }
}
