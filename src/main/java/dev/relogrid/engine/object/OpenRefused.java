package dev.relogrid.engine.object;

/** Ends the reading of an object where libbpf would end it; never leaves this package. */
final class OpenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    OpenRefused(int errno, String why) {
        super(why, null, false, false);
        this.refusal = new Refusal(errno, why);
    }

    Refusal refusal() {
        return refusal;
    }
}
