package dev.relogrid.matrix.event;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One cause in an event.
 *
 * @param code by which programs know it
 * @param sentence for people
 * @param kernels on how many of the event's kernels it is in the way
 */
public record CauseLine(String code, String sentence, int kernels) {
    private static final int MOST = 20;

    /** Those that break some of the kernels, in the report's order. */
    static List<CauseLine> of(Report report, List<String> kernels) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Map<Integer, String> has = new TreeMap<>();
        Map<String, Integer> classes = Changes.classes(report);
        for (String kernel : kernels) {
            Integer answer = classes.get(kernel);
            for (Found found : answer == null
                    ? List.<Found>of()
                    : report.classes().get(answer).found()) {
                if (report.causes().get(found.cause()).effect().verdict() == Verdict.BROKEN) {
                    counts.merge(found.cause(), 1, Integer::sum);
                    has.putIfAbsent(found.cause(), found.has());
                }
            }
        }
        List<CauseLine> lines = new ArrayList<>();
        counts.forEach((cause, count) -> {
            CauseCard card = report.causes().get(cause);
            String found = has.getOrDefault(cause, "");
            lines.add(new CauseLine(card.code().name(), card.wanted() + (found.isEmpty() ? "" : ": " + found), count));
        });
        return lines.size() <= MOST ? lines : List.copyOf(lines.subList(0, MOST));
    }
}
