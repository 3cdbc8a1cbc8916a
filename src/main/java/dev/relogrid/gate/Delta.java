package dev.relogrid.gate;

import dev.relogrid.gate.Baseline.Before;
import dev.relogrid.gate.Baseline.Cell;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.policy.Role;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different from before.
 *
 * @param isNew whether there was no object of that name
 * @param kernels what became of it on each kernel that counts for something, in the archive's order
 * @param broke ids of required kernels that fail and did not, or on which a program fails that did not
 * @param newCauses indexes into {@link Report#causes} of those that do harm on a kernel where they did not before
 */
public record Delta(boolean isNew, Map<String, Shift> kernels, List<String> broke, Set<Integer> newCauses) {

    /** Compares; {@code before} is null where there was no object of that name, whose every failure is new then. */
    public static Delta of(@Nullable Before before, Report report, PolicyVerdict verdict) {
        Map<String, Set<String>> failing = Baseline.failing(report, verdict);
        Map<String, Shift> shifts = new LinkedHashMap<>();
        List<String> broke = new ArrayList<>();
        for (KernelStanding kernel : verdict.kernels()) {
            if (kernel.role() == Role.OTHER || kernel.standing() == Standing.ASIDE) {
                continue;
            }
            Shift shift = before == null
                    ? fresh(kernel.standing())
                    : shift(before, kernel, failing.getOrDefault(kernel.kernel(), Set.of()));
            shifts.put(kernel.kernel(), shift);
            if (shift == Shift.BROKE && kernel.role() == Role.REQUIRED) {
                broke.add(kernel.kernel());
            }
        }
        return new Delta(before == null, shifts, List.copyOf(broke), newCauses(before, report, shifts));
    }

    /** How many kernels went each way; ways none went are missing. */
    public Map<Shift, Integer> counts() {
        Map<Shift, Integer> counts = new EnumMap<>(Shift.class);
        kernels.values().forEach(shift -> counts.merge(shift, 1, Integer::sum));
        return counts;
    }

    /** Whether there is anything to tell. */
    public boolean differs() {
        return isNew
                || !newCauses.isEmpty()
                || kernels.values().stream().anyMatch(shift -> shift != Shift.SAME && shift != Shift.NOT_COMPARED);
    }

    private static Shift fresh(Standing now) {
        return now == Standing.FAIL ? Shift.BROKE : Shift.SAME;
    }

    private static Shift shift(Before before, KernelStanding now, Set<String> failing) {
        Cell was = before.kernels().get(now.kernel());
        if (was == null || was.standing() == Standing.ASIDE) {
            return Shift.NOT_COMPARED;
        }
        if (now.standing() == Standing.FAIL) {
            boolean known = was.standing() == Standing.FAIL && was.failing().containsAll(failing);
            return known ? Shift.SAME : Shift.BROKE;
        }
        if (was.standing() == Standing.FAIL) {
            return Shift.FIXED;
        }
        int worse = now.standing().compareTo(was.standing());
        return worse > 0 ? Shift.WORSE : worse < 0 ? Shift.BETTER : Shift.SAME;
    }

    private static Set<Integer> newCauses(@Nullable Before before, Report report, Map<String, Shift> shifts) {
        Set<Integer> fresh = new HashSet<>();
        for (Sighting cause : Baseline.counting(report)) {
            Set<String> was = before == null
                    ? Set.of()
                    : before.causes().getOrDefault(CauseKey.of(report, cause).fingerprint(), Set.of());
            for (String kernel : cause.kernels()) {
                Shift shift = shifts.get(kernel);
                if (shift != null && shift != Shift.NOT_COMPARED && !was.contains(kernel)) {
                    fresh.add(cause.cause());
                }
            }
        }
        return Set.copyOf(fresh);
    }
}
