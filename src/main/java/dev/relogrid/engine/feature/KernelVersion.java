package dev.relogrid.engine.feature;

import dev.relogrid.engine.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/** The first two numbers of what a kernel tells its version by. */
record KernelVersion(int major, int minor) {

    /** Null when it is not known, or begins with no two numbers. */
    static @Nullable KernelVersion of(Kernel kernel) {
        String text = kernel.version();
        if (text == null) {
            return null;
        }
        int dot = digits(text, 0);
        int end = dot < text.length() && text.charAt(dot) == '.' ? digits(text, dot + 1) : 0;
        return dot == 0 || dot > 4 || end <= dot + 1 || end > dot + 5
                ? null
                : new KernelVersion(Integer.parseInt(text, 0, dot, 10), Integer.parseInt(text, dot + 1, end, 10));
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || major == otherMajor && minor < otherMinor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
