package dev.relogrid.engine.history;

/** What was asked is no question. The message is a clause that says what was expected. */
public final class BadQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadQuestion(String message) {
        super(message);
    }
}
