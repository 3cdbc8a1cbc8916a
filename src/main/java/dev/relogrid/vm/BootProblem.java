package dev.relogrid.vm;

/**
 * Nothing can be booted here, though no kernel and no object is at fault: a program is missing, the architecture has no
 * guest, an object is too large to be handed over. The message is one sentence for the user.
 */
public final class BootProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence, saying what to do where there is something to do */
    public BootProblem(String message) {
        super(message);
    }
}
