package dev.relogrid.matrix.event;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two reports of the same place differ in, as far as it breaks or no longer does.
 *
 * @param broken kernels that break now: they did not before, or nothing was said of them then
 * @param fixed kernels that broke before and do not now
 * @param breaking what is in the way on {@code broken}, the worst first
 * @param gone what was in the way on {@code fixed} before, likewise
 */
public record Changes(List<String> broken, List<String> fixed, List<CauseLine> breaking, List<CauseLine> gone) {

    /** The later against the earlier; of one object, or of two that followed each other. */
    public static Changes between(Report before, Report after) {
        Map<String, Integer> was = classes(before);
        Map<String, Integer> is = classes(after);
        List<String> broken = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        is.forEach((kernel, now) -> {
            Integer then = was.get(kernel);
            boolean broke = then != null && isBroken(before, then);
            if (isBroken(after, now) && !broke) {
                broken.add(kernel);
            } else if (broke && !isBroken(after, now)) {
                fixed.add(kernel);
            }
        });
        return new Changes(broken, fixed, CauseLine.of(after, broken), CauseLine.of(before, fixed));
    }

    /** The class of each kernel's answer, in the report's order. */
    static Map<String, Integer> classes(Report report) {
        Map<String, Integer> classes =
                LinkedHashMap.newLinkedHashMap(report.kernels().size());
        for (int i = 0; i < report.kernels().size(); i++) {
            classes.put(report.kernels().get(i), report.classOf()[i]);
        }
        return classes;
    }

    private static boolean isBroken(Report report, int answer) {
        return report.classes().get(answer).verdict() == Verdict.BROKEN;
    }
}
