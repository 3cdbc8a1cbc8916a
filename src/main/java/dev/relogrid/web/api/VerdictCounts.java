package dev.relogrid.web.api;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** How many kernels have each verdict. */
@Schema(name = "VerdictCounts")
public record VerdictCounts(int ok, int guarded, int conditional, int changed, int broken, int unknown, int noBtf) {

    static VerdictCounts of(Report report) {
        return of(report.counts());
    }

    static VerdictCounts of(Map<Verdict, Integer> counts) {
        return new VerdictCounts(
                counts.getOrDefault(Verdict.OK, 0),
                counts.getOrDefault(Verdict.GUARDED, 0),
                counts.getOrDefault(Verdict.CONDITIONAL, 0),
                counts.getOrDefault(Verdict.CHANGED, 0),
                counts.getOrDefault(Verdict.BROKEN, 0),
                counts.getOrDefault(Verdict.UNKNOWN, 0),
                counts.getOrDefault(Verdict.NO_BTF, 0));
    }
}
