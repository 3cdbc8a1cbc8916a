package dev.relogrid.engine.feature;

import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.Measured;
import org.jspecify.annotations.Nullable;

/**
 * What a booted kernel said of something that programs need; docs/PROBES.md lists the facts. Where it said nothing, or
 * something that has other reasons than not knowing the thing, rules decide that go by types and versions.
 */
enum Evidence {
    TAKEN,
    REFUSED,
    NONE;

    /** What the kernel said when it was booted; null when it was not, or there is nothing else to ask it about. */
    static @Nullable Measured of(Kernel kernel) {
        return kernel.vmlinux() == null ? null : kernel.measured();
    }

    /** @param fact empty for what cannot be asked */
    static Evidence of(@Nullable Measured measured, String fact) {
        String value = measured == null || fact.isEmpty() ? null : measured.value(fact);
        return value == null ? NONE : ofValue(value);
    }

    /** These are what the bpf system call ends in for what it does not know. */
    private static Evidence ofValue(String value) {
        return switch (value) {
            case "y" -> TAKEN;
            case "n", "EINVAL", "E2BIG", "ENOSYS", "ENOTSUPP", "EOPNOTSUPP" -> REFUSED;
            default -> NONE;
        };
    }

    /**
     * Whether programs of a kind may call a helper. The table of a kind has those that it may, and how far helpers were
     * asked for; some may be called only in programs for some functions.
     *
     * @param kind of {@link ProbeKind}, empty for those that cannot be asked
     */
    static Evidence ofHelper(@Nullable Measured measured, String kind, int helper) {
        if (measured == null || kind.isEmpty()) {
            return NONE;
        }
        String value = measured.value("helper " + kind + " " + helper);
        if (value != null) {
            return ofValue(value);
        }
        return helper <= number(measured.value("helpers " + kind)) ? REFUSED : NONE;
    }

    /** -1 for anything but a number of up to nine digits. */
    private static int number(@Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    /**
     * Whether programs of a kind may call a function of the kernel. One that no kind may call was perhaps not known to be
     * for programs at all, as where types have no tags.
     */
    static Evidence ofFunction(@Nullable Measured measured, ProbeKind kind, String function) {
        String table = kind.functions();
        if (measured == null || table.isEmpty() || measured.value("kfuncs " + table) == null) {
            return NONE;
        }
        String own = measured.value("kfunc " + table + " " + function);
        if (own != null) {
            return ofValue(own);
        }
        if (measured.value("kfunc any " + function) != null) {
            return TAKEN;
        }
        for (String other : ProbeKind.ASKED_FOR_FUNCTIONS) {
            if (measured.value("kfunc " + other + " " + function) != null) {
                return REFUSED;
            }
        }
        return NONE;
    }

    /** @param clause what the kernel does */
    static String sentence(Measured measured, String clause) {
        return "measured " + measured.where() + ": " + clause;
    }
}
