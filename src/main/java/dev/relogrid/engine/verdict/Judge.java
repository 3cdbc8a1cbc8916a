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

    /** Whether what is said depends on the kernel at all: the object is opened, and has relocations. */
    boolean asksKernels() {
        return object.refusal() == null && !object.relocations().isEmpty();
    }

    /** What is said of the object on that kernel, and why. */
    public Judgement on(Kernel kernel) {
        if (asksKernels() && kernel.vmlinux() == null) {
            return new Judgement(withoutTypes(kernel), List.of());
        }
        List<RelocationResult> results = RelocationPass.run(specs, kernel);
        return new Judgement(verdict(kernel.id(), Setback.among(results)), results);
    }

    /** What is said on a kernel whose types are not known. */
    KernelVerdict withoutTypes(Kernel kernel) {
        return same(kernel.id(), Verdict.NO_BTF, Explanations.noTypes(kernel.noBtf()), List.of());
    }

    /**
     * What is said on a kernel with types.
     *
     * @param kernel its id
     * @param setbacks all of them, in the object's order
     */
    KernelVerdict verdict(String kernel, List<Setback> setbacks) {
        Refusal refusal = object.refusal();
        if (refusal != null) {
            return same(kernel, Verdict.BROKEN, "libbpf does not open the object: " + refusal.why(), setbacks);
        }
        String stop = firstFailure(setbacks);
        return stop.isEmpty() ? byPoison(kernel, setbacks) : same(kernel, Verdict.BROKEN, stop, setbacks);
    }

    private String firstFailure(List<Setback> setbacks) {
        for (Setback setback : setbacks) {
            if (setback.status() == Status.ERROR) {
                return Explanations.failure(setback);
            }
        }
        return new PassedOver(object).refusal();
    }

    /** None of them is an error. */
    private KernelVerdict byPoison(String kernel, List<Setback> poisoned) {
        IdentityHashMap<Program, List<Setback>> byFunction = new IdentityHashMap<>();
        for (Setback setback : poisoned) {
            Program function = setback.relocation().program();
            if (function != null) {
                byFunction.computeIfAbsent(function, f -> new ArrayList<>()).add(setback);
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
        return made(kernel, worst, reason(worst, programs, poisoned), List.copyOf(programs), poisoned);
    }

    /**
     * @param own its own poisoned instructions; none when only functions it calls have some
     */
    private static ProgramVerdict undecided(Program program, List<Setback> own) {
        for (Setback setback : own) {
            if (isReached(setback)) {
                return new ProgramVerdict(program, Verdict.BROKEN, Explanations.reached(setback));
            }
        }
        return new ProgramVerdict(
                program, Verdict.UNKNOWN, own.isEmpty() ? Explanations.CALLS_POISON : Explanations.poisoned(own));
    }

    /** The reason of the worst program; over several undecided ones, how much is missing in all. */
    private static String reason(Verdict worst, List<ProgramVerdict> programs, List<Setback> poisoned) {
        if (worst == Verdict.BROKEN) {
            return programs.stream()
                    .filter(program -> program.verdict() == Verdict.BROKEN)
                    .map(program -> program.program().name() + ": " + program.reason())
                    .findFirst()
                    .orElse("");
        }
        return worst == Verdict.OK ? "" : Explanations.poisoned(poisoned);
    }

    private KernelVerdict same(String kernel, Verdict verdict, String reason, List<Setback> setbacks) {
        List<ProgramVerdict> programs = loaded.stream()
                .map(program -> new ProgramVerdict(program, verdict, reason))
                .toList();
        return made(kernel, verdict, reason, programs, setbacks);
    }

    private static KernelVerdict made(
            String kernel, Verdict verdict, String reason, List<ProgramVerdict> programs, List<Setback> setbacks) {
        List<Finding> findings = setbacks.stream().map(Judge::finding).toList();
        return new KernelVerdict(kernel, verdict, reason, programs, findings);
    }

    private static Finding finding(Setback setback) {
        boolean fatal = setback.status() == Status.ERROR || isReached(setback);
        return new Finding(setback.relocation().number(), setback.status(), fatal, setback.cause());
    }

    /** Whether the verifier is certain to come to the instruction. */
    private static boolean isReached(Setback setback) {
        Program program = setback.relocation().program();
        return program != null
                && !program.subprogram()
                && StraightLine.reaches(program, setback.relocation().programInsn());
    }
}
