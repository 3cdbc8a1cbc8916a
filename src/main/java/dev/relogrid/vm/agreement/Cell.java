package dev.relogrid.vm.agreement;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedProgram;
import java.util.Collections;
import java.util.Set;

/**
 * One program on one kernel: what happened, and what the engine says.
 *
 * @param kernel its id
 * @param said what the engine says of the program when it is loaded alone, attaching left out
 * @param why the engine's reason; empty when there is none
 * @param causes all the engine says is in the way for certain
 */
public record Cell(
        String kernel,
        BootedObject object,
        BootedProgram program,
        Ending ending,
        Verdict said,
        String why,
        Set<CauseCode> causes) {

    /** How the two compare. */
    public Outcome outcome() {
        boolean loaded = ending == Ending.LOADED;
        if (ending.isOfTrial()) {
            return said == Verdict.BROKEN ? Outcome.TRUE_BROKEN : Outcome.NO_TRIAL;
        }
        return switch (said) {
            case OK, GUARDED, CHANGED -> loaded ? Outcome.TRUE_OK : Outcome.FALSE_OK;
            case BROKEN -> loaded ? Outcome.FALSE_BROKEN : Outcome.TRUE_BROKEN;
            case CONDITIONAL -> Outcome.CONDITIONAL;
            case UNKNOWN, NO_BTF -> Outcome.UNKNOWN;
        };
    }

    /** Whether the engine named what the kernel or libbpf stopped at; it may name more. */
    public boolean isSameCause() {
        return !Collections.disjoint(causes, ending.codes());
    }

    /** Whether the two differ, where they can. */
    public boolean isDisagreement() {
        return outcome() == Outcome.FALSE_OK || outcome() == Outcome.FALSE_BROKEN;
    }

    @Override
    public String toString() {
        return object.name() + " " + program.name() + " (" + program.section() + ") on " + kernel + ": booted " + ending
                + (program.reason().isEmpty() ? "" : " (" + program.reason() + ")") + "; said " + said.code() + ": "
                + why;
    }
}
