package dev.relogrid.engine.reach;

/** What the verifier of a kernel version knows, where versions differ. Equal ones let the same be concluded. */
public final class Rules {
    private final int version;

    private Rules(int version) {
        this.version = version;
    }

    /** Those of a kernel release, by the first two of its numbers. */
    public static Rules of(int major, int minor) {
        return new Rules(major * 1000 + minor);
    }

    /** Those of a kernel that tells its version by that text, such as {@code 6.1.176-1}; the weakest if it tells none. */
    public static Rules ofVersion(String text) {
        return of(0, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rules rules && rules.version == version;
    }

    @Override
    public int hashCode() {
        return version;
    }
}
