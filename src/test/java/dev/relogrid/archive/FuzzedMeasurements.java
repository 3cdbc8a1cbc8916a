package dev.relogrid.archive;

import java.util.List;

/** What kernels said, unpacked, as fuzzers can change it. */
public final class FuzzedMeasurements {
    private static final List<String> FACTS = List.of("", "arch", "helper kprobe 26", "kfuncs xdp", "zz");

    private FuzzedMeasurements() {}

    /** Reads it, and asks for facts that are there and that are not. */
    public static void ask(byte[] text) {
        Measurements measurements = Measurements.parse(text);
        for (int i = 0; i < Math.min(4, measurements.kernels().size()); i++) {
            measurements.facts(i);
        }
        FACTS.forEach(measurements::rows);
    }
}
