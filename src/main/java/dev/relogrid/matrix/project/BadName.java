package dev.relogrid.matrix.project;

/** Something cannot be called that; the message is a sentence that says what can. */
public final class BadName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadName(String sentence) {
        super(sentence);
    }
}
