package dev.relogrid.engine.reach;

/** Whether the verifier comes to an instruction. */
public enum Visit {
    /** It certainly does not. */
    NEVER,
    /** A bound was hit, and whether it does depends on what was forgotten then. */
    MAYBE,
    /** It does, as far as its knowledge is modelled here. */
    VISITED
}
