package dev.relogrid.gate.render;

/** What a cause comes to in the light of the policy; the first ones are told first. */
enum Weight {
    /** A required kernel fails because of it. */
    FAILS,
    /** A kernel the policy speaks of is not fine. */
    WARNS,
    /** It is accepted wherever it counts. */
    ACCEPTED,
    /** Only where the policy looks away: on other kernels, or of what the loader switches off. */
    ASIDE,
    /** What is missing is never reached. */
    GUARDED;

    /** Whether somebody has to look at it. */
    boolean isTrouble() {
        return this == FAILS || this == WARNS;
    }
}
