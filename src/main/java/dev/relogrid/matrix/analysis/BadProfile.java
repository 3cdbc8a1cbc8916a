package dev.relogrid.matrix.analysis;

/** An object cannot be loaded as a profile says: it has no such variable or program, or the value does not fit. */
public final class BadProfile extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param sentence for whoever wrote the profile */
    public BadProfile(String sentence) {
        super(sentence);
    }
}
