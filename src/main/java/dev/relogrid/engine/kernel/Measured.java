package dev.relogrid.engine.kernel;

import org.jspecify.annotations.Nullable;

/** What a kernel said when it was booted and asked with small programs, or one close to it. */
public interface Measured {

    /**
     * What was measured under a name such as {@code helper kprobe 113}: {@code y}, {@code n}, a number, or the name of an
     * errno; null when that was not measured. The names are listed in docs/PROBES.md.
     */
    @Nullable
    String value(String fact);

    /**
     * {@code on this kernel}, or {@code on a neighbour}: for a sentence. It does not say which neighbour, so that what is
     * found on hundreds of kernels stays one finding.
     */
    String where();
}
