package dev.relogrid.engine.verdict;

import dev.relogrid.engine.extern.ExternResult;
import dev.relogrid.engine.extern.Known;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Reference;
import dev.relogrid.engine.verdict.RelocationResult.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Judges one program by what a kernel answered. Remembers what it said: kernels that differ in other programs' matters are
 * alike to this one. May be shared by threads.
 */
final class ProgramJudge {
    private final BpfObject object;
    private final Program program;
    private final Presets presets;
    private final Guard guard;
    private final Set<Program> code = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Extern> used = new HashSet<>();
    /** Calls of the kernel's functions in its code, by the extern that stands for the function. */
    private final Map<Extern, List<Place>> calls = new HashMap<>();

    private final Map<Answers, List<Ranged>> said = new ConcurrentHashMap<>();

    /**
     * What is said of the program.
     *
     * @param findings what is in its way; of this program alone
     */
    record Said(ProgramVerdict verdict, List<Finding> findings) {}

    /** Something in the way of an instruction. */
    record Suspect(Obstacle obstacle, @Nullable Setback setback) {
        Program function() {
            Program function = obstacle.place().function();
            if (function == null) {
                throw new IllegalStateException("an obstacle of an instruction names its function");
            }
            return function;
        }

        int insn() {
            return obstacle.place().insn();
        }
    }

    ProgramJudge(ObjectSpecs specs, Program program, Presets presets) {
        this.object = specs.object();
        this.program = program;
        this.presets = presets;
        this.guard = new Guard(specs, program, presets);
        for (Program function : object.codeOf(program)) {
            code.add(function);
            collectCalls(function);
        }
    }

    private void collectCalls(Program function) {
        for (int i = 0; i < function.insnCount() && !object.externs().isEmpty(); i++) {
            Insn insn = function.insn(i);
            boolean refers = insn.code() == Insn.CALL || insn.isLdimm64();
            if (refers && object.reference(function, i) instanceof Reference.ToExtern reference) {
                used.add(reference.extern());
                if (insn.code() == Insn.CALL) {
                    calls.computeIfAbsent(reference.extern(), extern -> new ArrayList<>())
                            .add(Place.at(function, i));
                }
            }
        }
    }

    /** Whether anything is in the way of an instruction of its code. */
    boolean isAboutReach(Answers answers) {
        return !suspects(own(answers)).isEmpty();
    }

    /**
     * What is said of the program when this is what the kernel answered.
     *
     * @param exact as of {@link Judge#verdict}
     * @return null as of {@link Judge#verdict}
     */
    @Nullable
    Said judge(Answers answers, @Nullable List<RelocationResult> exact) {
        Answers own = own(answers);
        if (exact != null) {
            return make(own, exact).said;
        }
        long version = versionOf(own);
        List<Ranged> known =
                said.computeIfAbsent(version < 0 ? own : withoutVersion(own), answered -> new CopyOnWriteArrayList<>());
        for (Ranged ranged : known) {
            if (version < 0 || version >= ranged.from && version <= ranged.to) {
                return ranged.said;
            }
        }
        Ranged made = make(own, null);
        known.add(made);
        return made.said;
    }

    /** What is said for versions from one to another, all else being equal; null as of {@link Judge#verdict}. */
    private record Ranged(@Nullable Said said, long from, long to) {}

    /** {@code LINUX_KERNEL_VERSION}, which differs from build to build; -1 when the program does not ask for it. */
    private long versionOf(Answers own) {
        for (ExternResult extern : own.externs()) {
            if (isVersion(extern)) {
                byte[] value = new byte[(int) extern.known().size()];
                for (int i = 0; i < value.length; i++) {
                    value[i] = (byte) extern.known().at(i);
                }
                return VariableValues.number(value, object.elf().order());
            }
        }
        return -1;
    }

    private static boolean isVersion(ExternResult extern) {
        return extern.extern().name().equals("LINUX_KERNEL_VERSION")
                && extern.known().kind() == Known.Kind.VALUE
                && extern.known().size() <= Long.BYTES;
    }

    private static Answers withoutVersion(Answers own) {
        List<ExternResult> externs = new ArrayList<>();
        for (ExternResult extern : own.externs()) {
            if (!isVersion(extern)) {
                externs.add(extern);
            }
        }
        return new Answers(own.setbacks(), own.constants(), externs, own.obstacles(), own.rules());
    }

    private Ranged make(Answers own, @Nullable List<RelocationResult> exact) {
        List<Finding> findings = new ArrayList<>();
        for (Obstacle obstacle : own.obstacles()) {
            if (!isOfInsn(obstacle)) {
                findings.add(finding(obstacle, null, WholeObject.effect(obstacle), ""));
            }
        }
        List<Suspect> suspects = suspects(own);
        long from = 0;
        long to = Long.MAX_VALUE;
        if (!suspects.isEmpty()) {
            LoadedObject loaded = new LoadedObject(object, own, exact, presets);
            Guard.Outcomes outcomes = guard.outcomes(suspects, loaded, own.rules());
            if (outcomes.each().isEmpty()) {
                return new Ranged(null, 0, Long.MAX_VALUE);
            }
            from = outcomes.from();
            to = outcomes.to();
            for (int i = 0; i < suspects.size(); i++) {
                Suspect suspect = suspects.get(i);
                Guard.Outcome outcome = outcomes.each().get(i);
                findings.add(finding(suspect.obstacle(), suspect.setback(), outcome.effect(), outcome.why()));
            }
        }
        Finding worst = WholeObject.worst(findings);
        ProgramVerdict verdict = worst == null
                ? new ProgramVerdict(program, Verdict.OK, "")
                : new ProgramVerdict(program, worst.effect().verdict(), Explanations.ofProgram(worst));
        return new Ranged(new Said(verdict, findings), from, to);
    }

    private Finding finding(Obstacle obstacle, @Nullable Setback setback, Effect effect, String why) {
        return new Finding(obstacle, setback == null ? null : setback.relocation(), effect, List.of(program), why);
    }

    /** Of the answers, those that bear on this program. */
    private Answers own(Answers all) {
        List<Setback> setbacks = new ArrayList<>(0);
        for (Setback setback : all.setbacks()) {
            if (setback.status() != Status.ERROR && isIn(setback.relocation().program())) {
                setbacks.add(setback);
            }
        }
        List<Answers.Constant> constants = new ArrayList<>(0);
        for (Answers.Constant constant : all.constants()) {
            if (isIn(object.relocations().get(constant.relocation()).program())) {
                constants.add(constant);
            }
        }
        List<Obstacle> obstacles = new ArrayList<>(0);
        for (Obstacle obstacle : all.obstacles()) {
            Place place = obstacle.place();
            if (isThis(place.program()) || place.program() == null && isIn(place.function())) {
                obstacles.add(obstacle);
            }
        }
        List<ExternResult> externs = new ArrayList<>(0);
        for (ExternResult extern : all.externs()) {
            if (used.contains(extern.extern())) {
                externs.add(extern);
            }
        }
        return new Answers(setbacks, constants, externs, obstacles, all.rules());
    }

    @SuppressWarnings("ReferenceEquality") // each program of the object is one
    private boolean isThis(@Nullable Program other) {
        return other == program;
    }

    private boolean isIn(@Nullable Program function) {
        return function != null && code.contains(function);
    }

    /** Whether it matters only where it is reached. Of instructions a kernel does not know, it refuses even dead ones. */
    private static boolean isOfInsn(Obstacle obstacle) {
        return obstacle.place().isInsn() && obstacle.code() != CauseCode.INSN_UNSUPPORTED;
    }

    private List<Suspect> suspects(Answers own) {
        List<Suspect> suspects = new ArrayList<>();
        for (Setback setback : own.setbacks()) {
            suspects.add(new Suspect(setback.obstacle(), setback));
        }
        for (Obstacle obstacle : own.obstacles()) {
            if (isOfInsn(obstacle)) {
                suspects.add(new Suspect(obstacle, null));
            }
        }
        for (ExternResult extern : own.externs()) {
            List<Place> places = calls.get(extern.extern());
            if (places != null
                    && extern.status() == ExternResult.Status.WEAK_ZERO
                    && extern.known().kind() == Known.Kind.ABSENT) {
                for (Place place : places) {
                    suspects.add(new Suspect(missingFunction(extern, place), null));
                }
            }
        }
        return suspects;
    }

    private static Obstacle missingFunction(ExternResult extern, Place place) {
        Obstacle known = extern.obstacle();
        return new Obstacle(
                known == null ? CauseCode.KFUNC_MISSING : known.code(),
                Level.ERROR,
                Stage.LOAD,
                place,
                "kernel function " + extern.extern().name(),
                extern.has());
    }
}
