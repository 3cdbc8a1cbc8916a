package dev.relogrid.archive;

/**
 * What was asked of the archive or of kernel files cannot be done, though nothing is damaged: there is no archive, no
 * kernel of that name or more than one, the id is taken, another writer is at work. The message is one sentence for
 * the user.
 */
public final class ArchiveProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence, saying what to do where there is something to do */
    public ArchiveProblem(String message) {
        super(message);
    }
}
