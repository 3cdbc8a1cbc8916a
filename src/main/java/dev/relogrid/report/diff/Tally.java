package dev.relogrid.report.diff;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.diff.Change.Kind;
import java.util.ArrayList;
import java.util.List;

/** How many kernels changed in which way, for the object as a whole. */
public record Tally(int broke, int worse, int fixed, int changedReason, int newKernels, int unchanged) {

    public static Tally of(ReportDiff diff) {
        int broke = 0;
        int worse = 0;
        int fixed = 0;
        int reason = 0;
        for (Change change : diff.objects()) {
            int kernels = change.kernels().size();
            boolean breaks = change.to() == Verdict.BROKEN;
            broke += change.kind() == Kind.REGRESSED && breaks ? kernels : 0;
            worse += change.kind() == Kind.REGRESSED && !breaks ? kernels : 0;
            fixed += change.kind() == Kind.FIXED ? kernels : 0;
            reason += change.kind() == Kind.CHANGED_REASON ? kernels : 0;
        }
        return new Tally(broke, worse, fixed, reason, diff.newKernels().size(), diff.same());
    }

    /** {@code 2 kernels broke, 1 fixed, 211 unchanged}, part by part, the worst first. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        add(parts, broke, "broke");
        add(parts, worse, "got worse");
        add(parts, fixed, "fixed");
        add(parts, changedReason, "changed for another reason");
        add(parts, newKernels, "new");
        add(parts, unchanged, "unchanged");
        return parts.isEmpty() ? List.of("no kernel in common") : parts;
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + (parts.isEmpty() ? count == 1 ? " kernel " : " kernels " : " ") + word);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", parts());
    }
}
