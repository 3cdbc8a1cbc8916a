package dev.relogrid.engine.core;

import org.jspecify.annotations.Nullable;

/**
 * A relocation's spec over the object's own types, or why there is none. It depends on the object alone.
 *
 * @param spec null when refused
 * @param errno 0, or what libbpf refuses the object with, on every kernel
 * @param refusal why, a clause about the record; empty when not refused
 */
public record LocalSpec(@Nullable AccessSpec spec, int errno, String refusal) {

    static LocalSpec of(AccessSpec spec) {
        return new LocalSpec(spec, 0, "");
    }

    static LocalSpec refused(int errno, String why) {
        return new LocalSpec(null, errno, why);
    }
}
