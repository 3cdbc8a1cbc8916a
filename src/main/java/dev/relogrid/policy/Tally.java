package dev.relogrid.policy;

import java.util.List;

/** How many kernels count as what; {@code aside} are in none of the sums. */
public record Tally(int pass, int warn, int fail, int aside) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    /** Of those of one role. */
    public static Tally of(List<KernelStanding> kernels, Role role) {
        int[] counts = new int[Standing.values().length];
        for (KernelStanding kernel : kernels) {
            counts[kernel.standing().ordinal()] += kernel.role() == role ? 1 : 0;
        }
        return new Tally(
                counts[Standing.PASS.ordinal()],
                counts[Standing.WARN.ordinal()],
                counts[Standing.FAIL.ordinal()],
                counts[Standing.ASIDE.ordinal()]);
    }

    /** Kernels something is said of. */
    public int total() {
        return pass + warn + fail;
    }

    /** {@code passes on 212 of 214 required kernels, fails on 2}: a clause. */
    String clause(String kernels) {
        if (total() == 0) {
            return "is judged on no " + kernels + "kernel";
        }
        String noun = kernels + (total() == 1 ? "kernel" : "kernels");
        if (pass == total()) {
            return "passes on " + (total() == 1 ? "the one " : "all " + total() + " ") + noun;
        }
        return "passes on " + pass + " of " + total() + " " + noun + (fail > 0 ? ", fails on " + fail : "")
                + (warn > 0 ? ", is uncertain or accepted on " + warn : "");
    }
}
