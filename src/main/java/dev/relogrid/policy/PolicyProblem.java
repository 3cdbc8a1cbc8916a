package dev.relogrid.policy;

/** A policy that cannot be understood: one sentence, and the place it is about. */
public final class PolicyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final int line;
    private final int column;

    PolicyProblem(Place place, String sentence) {
        super(place + ": " + sentence);
        this.sentence = sentence;
        this.line = place.line();
        this.column = place.column();
    }

    /** Where in the text; both from 1. */
    record Place(int line, int column) {
        static final Place START = new Place(1, 1);

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** The message without the place. */
    public String sentence() {
        return sentence;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
