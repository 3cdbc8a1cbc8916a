package dev.relogrid.vm;

/** How a guest ended. All but {@link #DONE} are faults of the trial and say nothing against an object. */
public enum BootEnd {
    /** It did all it was given and switched itself off. */
    DONE,
    /** The kernel gave up: "Kernel panic" on its console, without an oops before. */
    PANIC,
    /** The kernel broke on a fault of its own: "Oops", "BUG:" or a general protection fault before the end. */
    OOPS,
    /** No sign of life for too long. */
    HANG,
    /** Signs of life, but not done in time. */
    TIMEOUT,
    /** The guest ran out of memory and nothing was left to end: its OOM killer's words are before the panic. */
    OUT_OF_MEMORY,
    /** It started again, or switched itself off, without a word why. */
    RESET,
    /** What it sent is not what it could have sent: damaged, or made up. It was ended on the spot. */
    GARBLED,
    /** The guest never said hello: no console, no BAR, an image that does not start. */
    NOT_BOOTED,
    /** QEMU could not be started, or was killed from outside. */
    QEMU_DIED;

    /** Whether to try once more. */
    public boolean isFault() {
        return this != DONE;
    }
}
