package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Program;

/**
 * A branch that the verifier goes only one way, because it knows both sides of the comparison.
 *
 * @param function whose code it is in
 * @param insn slot of the conditional jump, from the function's first
 * @param taken whether the way is the jump's target, not the next instruction
 * @param origins whose values decided it
 */
public record Decision(Program function, int insn, boolean taken, Origins origins) {}
