package dev.relogrid.web.api;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import java.util.List;
import java.util.Map;

/** An answer in one sentence. */
final class Sentences {
    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.BROKEN, Verdict.UNKNOWN, Verdict.NO_BTF, Verdict.CONDITIONAL, Verdict.CHANGED);

    private Sentences() {}

    /** How many kernels it is fine on, and what the worst of the others is due to. */
    static String headline(Report report) {
        int all = report.kernels().size();
        if (all == 0) {
            return "no kernel is for its machines";
        }
        Map<Verdict, Integer> counts = report.counts();
        int fine = counts.getOrDefault(Verdict.OK, 0) + counts.getOrDefault(Verdict.GUARDED, 0);
        StringBuilder text = new StringBuilder();
        text.append("relocates on ").append(fine == all ? "all " + all : fine + " of " + all);
        text.append(all == 1 ? " kernel" : " kernels");
        for (Verdict verdict : WORST_FIRST) {
            int count = counts.getOrDefault(verdict, 0);
            if (count > 0) {
                text.append("; ").append(verdict.word()).append(" on ").append(count);
                String reason = reason(report, verdict);
                text.append(reason.isEmpty() ? "" : " (" + reason + ")");
                break;
            }
        }
        return text.toString();
    }

    /** Why most of the kernels with that verdict have it. */
    private static String reason(Report report, Verdict verdict) {
        int[] sizes = report.kernelsOfClasses();
        int best = -1;
        for (int i = 0; i < sizes.length; i++) {
            if (report.classes().get(i).verdict() == verdict && (best < 0 || sizes[i] > sizes[best])) {
                best = i;
            }
        }
        return best < 0 ? "" : report.classes().get(best).reason();
    }
}
