package dev.relogrid.engine.core;

import dev.relogrid.engine.insn.Insn;
import java.util.List;

/**
 * What patching an instruction came to.
 *
 * @param outcome patched, poisoned (libbpf carries on, the verifier decides) or refused (the object fails)
 * @param errno positive number, 0 unless refused
 * @param after the instruction afterwards, both slots of a 64-bit load; unchanged when refused
 * @param why a clause, empty when patched
 */
public record Patch(Outcome outcome, int errno, List<Insn> after, String why) {

    /** The three ways it can end. */
    public enum Outcome {
        PATCHED,
        POISONED,
        REFUSED
    }
}
