package dev.relogrid.report.diff;

import dev.relogrid.report.Report;
import java.util.List;

/**
 * What is different for one object between two kernels: what breaks when somebody moves from one to the other.
 *
 * @param before id of the kernel moved from
 * @param after id of the kernel moved to; the only one in {@code diff}
 */
public record KernelDiff(String before, String after, ReportDiff diff) {

    /** @throws IllegalArgumentException when the report is not about one of them */
    public static KernelDiff of(Report report, String before, String after) {
        Report one = only(report, before);
        Report renamed = new Report(
                one.subject(), List.of(after), one.classOf(), one.classes(), one.causes(), List.of(), List.of());
        return new KernelDiff(before, after, ReportDiff.of(renamed, only(report, after)));
    }

    private static Report only(Report report, String kernel) {
        Report one = report.on(kernel::equals);
        if (one.kernels().isEmpty()) {
            throw new IllegalArgumentException("the report says nothing of " + kernel);
        }
        return one;
    }
}
