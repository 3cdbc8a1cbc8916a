package dev.relogrid.archive.debian;

/** One kernel cannot be added; others can. The message is a sentence without a full stop. */
final class KernelFailed extends Exception {
    private static final long serialVersionUID = 1L;

    KernelFailed(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
