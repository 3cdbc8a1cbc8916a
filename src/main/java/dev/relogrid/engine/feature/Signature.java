package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.Program;
import java.util.List;

/**
 * What a program reads of the parameters of what it is attached to, held against what the kernel has there. A word of the
 * context that no parameter fills is refused by the verifier ({@code btf_ctx_access}: "doesn't have 3-th argument"), or
 * for a probe holds whatever the register happened to. A parameter of another type than the program takes it for is
 * another thing.
 *
 * @param local the object's types
 * @param what is attached to, a noun phrase
 * @param result whether what it returned follows the parameters
 */
record Signature(Btf local, Program program, ContextReads reads, String what, boolean result) {
    private static final int WORD = 8;

    /** The context of a program that has its target's parameters there as words. */
    void check(Prototype prototype, Kernel kernel, List<Obstacle> into) {
        for (ContextReads.Load load : reads.loads()) {
            int parameter = load.offset() % WORD == 0 ? prototype.at(load.offset() / WORD) : 0;
            boolean last = parameter == prototype.count();
            if (parameter < 0 || last && !(result && prototype.returnsSomething())) {
                into.add(obstacle(
                        Level.ERROR,
                        new Place(program, load.function(), load.insn(), null),
                        last && result
                                ? "what " + what + " returns"
                                : "parameter " + (load.offset() / WORD + 1) + " of " + what,
                        last && result ? "it returns nothing" : "it has " + counted(prototype.count())));
            } else if (!last) {
                addUnreadable(prototype, parameter, load, kernel, into);
            }
        }
        for (ContextReads.Use use : reads.uses()) {
            int parameter = use.offset() % WORD == 0 ? prototype.at(use.offset() / WORD) : -1;
            addOther(prototype, parameter, use, into);
        }
    }

    /** The context of a probe, which has registers; only where every parameter is in one. */
    void check(Prototype prototype, List<Integer> registers, List<Obstacle> into) {
        if (prototype.hasStructs()) {
            return;
        }
        for (ContextReads.Load load : reads.loads()) {
            int parameter = registers.indexOf(load.offset());
            if (parameter >= prototype.count()) {
                into.add(obstacle(
                        Level.WARNING,
                        new Place(program, load.function(), load.insn(), null),
                        "parameter " + (parameter + 1) + " of " + what,
                        "it has " + counted(prototype.count())));
            }
        }
        for (ContextReads.Use use : reads.uses()) {
            addOther(prototype, registers.indexOf(use.offset()), use, into);
        }
    }

    /** Verifiers learned one by one what else than structs parameters may point to. */
    private void addUnreadable(
            Prototype prototype, int parameter, ContextReads.Load load, Kernel kernel, List<Obstacle> into) {
        Since since = prototype.readableSince(parameter);
        String lack = since == null ? "" : since.lack(kernel);
        if (lack == null || !lack.isEmpty()) {
            into.add(obstacle(
                    lack == null ? Level.UNKNOWN : Level.ERROR,
                    new Place(program, load.function(), load.insn(), null),
                    "parameters that point to " + prototype.pointees(parameter) + " (parameter " + (parameter + 1)
                            + " of " + what + ")",
                    lack == null ? "neither its types nor its version are known well enough" : lack));
        }
    }

    private void addOther(Prototype prototype, int parameter, ContextReads.Use use, List<Obstacle> into) {
        int type = local.skipModifiersAndTypedefs(use.type());
        if (parameter < 0
                || parameter >= prototype.count()
                || local.kind(type) != BtfKind.STRUCT
                || local.nameOffset(type) == 0) {
            return;
        }
        String struct = local.essentialName(local.nameOffset(type));
        String other = prototype.otherThan(struct, parameter);
        if (other != null) {
            into.add(obstacle(
                    Level.WARNING,
                    new Place(program, use.function(), use.insn(), null),
                    "parameter " + (parameter + 1) + " of " + what + " as a pointer to struct " + struct,
                    "it is " + other));
        }
    }

    private static String counted(int parameters) {
        return parameters == 0 ? "none" : parameters == 1 ? "1 parameter" : parameters + " parameters";
    }

    private static Obstacle obstacle(Level level, Place place, String wanted, String has) {
        return new Obstacle(CauseCode.ATTACH_SIGNATURE_CHANGED, level, Stage.LOAD, place, wanted, has);
    }
}
