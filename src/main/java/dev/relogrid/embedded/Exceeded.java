package dev.relogrid.embedded;

/** A limit on a whole file or a whole walk was reached; the message is a clause. What was found before is kept. */
final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exceeded(String clause) {
        super(clause);
    }
}
