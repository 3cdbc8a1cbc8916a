package dev.relogrid.engine.reach;

/**
 * How far an exploration goes before it gives up, in numbers that do not depend on the machine.
 *
 * @param steps instructions looked at in all, each path's anew; the verifier's own limit is 1,000,000 ({@code
 *     BPF_COMPLEXITY_LIMIT_INSNS})
 * @param statesPerInsn states kept apart at one instruction; those beyond are thrown together, and what they do not agree
 *     on is forgotten
 */
public record Bounds(int steps, int statesPerInsn) {
    public static final Bounds DEFAULT = new Bounds(1_000_000, 64);
}
