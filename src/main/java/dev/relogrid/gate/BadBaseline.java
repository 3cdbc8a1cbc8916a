package dev.relogrid.gate;

/** A report that cannot be compared with: one clause that says where, what is expected there and what is found. */
public final class BadBaseline extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param where a JSON pointer, {@code /objects/0/kernels/3}; empty for the document as a whole
     * @param expected a noun phrase
     * @param found a noun phrase
     */
    BadBaseline(String where, String expected, String found) {
        super((where.isEmpty() ? "" : "at " + where + ": ") + "expected " + expected + ", found " + found);
    }
}
