package dev.relogrid.engine.verdict;

import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Variable;
import dev.relogrid.engine.reach.Bounds;
import dev.relogrid.engine.reach.Conditions;
import dev.relogrid.engine.reach.Decision;
import dev.relogrid.engine.reach.Reachability;
import dev.relogrid.engine.reach.Reached;
import dev.relogrid.engine.reach.RodataVariable;
import dev.relogrid.engine.reach.Rules;
import dev.relogrid.engine.reach.Visit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a program's own checks keep the verifier from what a kernel lacks. Where values that a loader may set decide,
 * that is found out by trying others.
 */
final class Guard {
    /** Read-only variables that are tried out, and values of each. */
    private static final int MOST_VARIABLES = 8;

    private final ObjectSpecs specs;
    private final Program program;
    private final Presets presets;
    private final Reachability reachability;

    /**
     * What something in the way of an instruction comes to.
     *
     * @param why as of {@link Finding}
     */
    record Outcome(Effect effect, String why) {}

    Guard(ObjectSpecs specs, Program program, Presets presets) {
        this.specs = specs;
        this.program = program;
        this.presets = presets;
        this.reachability = new Reachability(specs.object());
    }

    /**
     * What all suspects come to.
     *
     * @param each one for each suspect; none when a number decides that {@code loaded} has not from the kernel
     * @param from the least {@code LINUX_KERNEL_VERSION} for which the same is true
     * @param to the greatest
     */
    record Outcomes(List<Outcome> each, long from, long to) {}

    /** @param rules of the kernels' verifiers; null when nobody asked */
    Outcomes outcomes(List<ProgramJudge.Suspect> suspects, LoadedObject loaded, @Nullable Rules rules) {
        Exploring exploring = new Exploring(suspects, loaded, rules == null ? Rules.of(0, 0, 0) : rules);
        Reached reached = exploring.explore(false);
        if (reached.opaqueDecided()) {
            return new Outcomes(List.of(), 0, 0);
        }
        Switch decides = exploring.switchOf(reached);
        List<Boolean> ofOptions = exploring.dependsOnOptions(reached);
        GuardText text = new GuardText(specs, loaded);
        List<Outcome> outcomes = new ArrayList<>(suspects.size());
        for (int i = 0; i < suspects.size(); i++) {
            ProgramJudge.Suspect suspect = suspects.get(i);
            Visit visit = reached.visit(suspect.function(), suspect.insn());
            if (decides != null && decides.other.get(i) != (visit != Visit.NEVER)) {
                outcomes.add(new Outcome(
                        suspect.obstacle().level() == Level.WARNING ? Effect.WARNS : Effect.DEPENDS,
                        text.depends(decides.variable, decides.value, visit != Visit.NEVER)));
            } else if (ofOptions.get(i)) {
                outcomes.add(new Outcome(
                        suspect.obstacle().level() == Level.WARNING ? Effect.WARNS : Effect.DEPENDS,
                        text.dependsOnOptions(loaded.unknownOptions())));
            } else {
                outcomes.add(outcome(suspect, visit, reached, text));
            }
        }
        return new Outcomes(outcomes, exploring.from, exploring.to);
    }

    private static Outcome outcome(ProgramJudge.Suspect suspect, Visit visit, Reached reached, GuardText text) {
        return switch (visit) {
            case NEVER -> new Outcome(Effect.GUARDED, text.kept(reached.keptFrom(suspect.function(), suspect.insn())));
            case MAYBE -> new Outcome(Effect.UNDECIDED, text.tooComplex(reached.why()));
            case VISITED ->
                new Outcome(
                        WholeObject.effect(suspect.obstacle()),
                        text.reached(reached.pathTo(suspect.function(), suspect.insn()), suspect));
        };
    }

    /**
     * A variable whose value decides.
     *
     * @param value another value than it has now; null for just any other
     * @param other for each suspect, whether it may be reached then
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Switch(Variable variable, byte @Nullable [] value, List<Boolean> other) {}

    /** One program with what is in its way on some kernels. */
    private final class Exploring {
        private final List<ProgramJudge.Suspect> suspects;
        private final LoadedObject loaded;
        private final Rules rules;
        private long from;
        private long to = Long.MAX_VALUE;

        Exploring(List<ProgramJudge.Suspect> suspects, LoadedObject loaded, Rules rules) {
            this.suspects = suspects;
            this.loaded = loaded;
            this.rules = rules;
        }

        Reached explore(boolean anyRodata) {
            return explore(loaded, anyRodata);
        }

        /** With options that are not known taken for a value; or with another value of a variable. */
        Reached explore(LoadedObject as) {
            return explore(as, false);
        }

        private Reached explore(LoadedObject as, boolean anyRodata) {
            Reached reached = reachability.explore(program, as, new Conditions(rules, anyRodata, Bounds.DEFAULT));
            from = Math.max(from, reached.versionFrom());
            to = Math.min(to, reached.versionTo());
            return reached;
        }

        /** The first variable found that decides for any suspect; null when none does. */
        @Nullable
        Switch switchOf(Reached reached) {
            Set<RodataVariable> decided = onTheWay(reached);
            if (decided.isEmpty()) {
                return null;
            }
            List<Boolean> now = reachable(reached);
            int tried = 0;
            for (RodataVariable read : decided) {
                Variable variable = variable(read);
                if (variable == null || presets.values().containsKey(variable.name()) || tried++ == MOST_VARIABLES) {
                    continue;
                }
                for (byte[] value : VariableValues.worthTrying(specs.object(), variable)) {
                    Presets with = presets.with(variable.name(), value);
                    List<Boolean> then = reachable(explore(new LoadedObject(loaded, with, null)));
                    if (!then.equals(now)) {
                        return new Switch(variable, value, then);
                    }
                }
            }
            return ofAny(decided, now);
        }

        /** Variables that decide branches on the way to a suspect, or off it; others lead to none, whatever they are. */
        private Set<RodataVariable> onTheWay(Reached reached) {
            Set<RodataVariable> variables = new LinkedHashSet<>();
            if (reached.rodataDecided().isEmpty()) {
                return variables;
            }
            for (ProgramJudge.Suspect suspect : suspects) {
                Program function = suspect.function();
                for (Decision decision : reached.pathTo(function, suspect.insn())) {
                    variables.addAll(decision.origins().rodata());
                }
                for (Decision decision : reached.keptFrom(function, suspect.insn())) {
                    variables.addAll(decision.origins().rodata());
                }
            }
            return variables;
        }

        /** For each suspect, whether it is reached with some values of options that are not known, and not with others. */
        List<Boolean> dependsOnOptions(Reached reached) {
            List<Boolean> now = reachable(reached);
            List<Boolean> depends = new ArrayList<>(Collections.nCopies(suspects.size(), false));
            if (loaded.unknownOptions().isEmpty()) {
                return depends;
            }
            for (int value = 0; value <= 1; value++) {
                List<Boolean> then = reachable(explore(new LoadedObject(loaded, presets, value)));
                for (int i = 0; i < depends.size(); i++) {
                    depends.set(i, depends.get(i) || now.get(i) && !then.get(i));
                }
            }
            return depends;
        }

        /** When no value tried makes a difference, some combination still may. */
        private @Nullable Switch ofAny(Set<RodataVariable> decided, List<Boolean> now) {
            List<Boolean> then = reachable(explore(true));
            for (RodataVariable read : decided) {
                Variable variable = variable(read);
                if (variable != null && !presets.values().containsKey(variable.name()) && !then.equals(now)) {
                    return new Switch(variable, null, then);
                }
            }
            return null;
        }

        private @Nullable Variable variable(RodataVariable read) {
            for (Variable variable : specs.object().variables()) {
                if (variable.name().equals(read.name()) && variable.isReadOnly()) {
                    return variable;
                }
            }
            return null;
        }

        private List<Boolean> reachable(Reached reached) {
            List<Boolean> reachable = new ArrayList<>(suspects.size());
            for (ProgramJudge.Suspect suspect : suspects) {
                reachable.add(reached.visit(suspect.function(), suspect.insn()) != Visit.NEVER);
            }
            return reachable;
        }
    }
}
