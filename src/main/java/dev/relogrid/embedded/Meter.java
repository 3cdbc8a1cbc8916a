package dev.relogrid.embedded;

/** How much was read of one file and how much came out of it: a bomb is what gives far more than it has. */
final class Meter {
    /** What small files may unpack to at any ratio: some hundred bytes of zeros are no attack. */
    private static final long FREE = 64L << 20;

    private final Limits limits;
    private long read;
    private long unpacked;

    Meter(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** Bytes of the file itself. */
    void read(long bytes) {
        read += bytes;
    }

    /** Bytes that came out of an archive or a compression. */
    void unpacked(long bytes) {
        unpacked += bytes;
        if (unpacked > limits.unpacked()) {
            throw new Exceeded("expected at most " + limits.unpacked() + " bytes unpacked, found more");
        }
        if (unpacked > FREE + read * limits.ratio()) {
            throw new Exceeded("expected it to unpack to at most " + limits.ratio() + " times its size, found " + read
                    + " bytes that unpack to more than " + (unpacked - 1));
        }
    }
}
