package dev.relogrid.vm.agreement;

/** How a verdict compares with what happened. */
public enum Outcome {
    /** Said to load, and did. */
    TRUE_OK,
    /** Said to be refused, and was. */
    TRUE_BROKEN,
    /** Said to load, and was refused. */
    FALSE_OK,
    /** Said to be refused, and loaded. */
    FALSE_BROKEN,
    /** Said to depend on what a loader sets; the guest set nothing, or what it was told. */
    CONDITIONAL,
    /** Nothing was said. */
    UNKNOWN,
    /** Nothing can be learned: the trial failed, or the guest was too small. */
    NO_TRIAL
}
