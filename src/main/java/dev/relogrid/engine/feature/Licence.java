package dev.relogrid.engine.feature;

import java.util.Set;

/** The licence an object says it is under, in the words that kernels compare (include/linux/license.h). */
final class Licence {
    private static final Set<String> GPL =
            Set.of("GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

    private Licence() {}

    /** Whether kernels take it for compatible with their own; libbpf hands on no more than 63 characters of it. */
    static boolean isGpl(String licence) {
        return GPL.contains(licence.substring(0, Math.min(licence.length(), 63)));
    }
}
