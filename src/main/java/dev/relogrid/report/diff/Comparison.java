package dev.relogrid.report.diff;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.ProgramAnswer;
import dev.relogrid.report.Report;
import dev.relogrid.report.Standing;
import dev.relogrid.report.diff.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what two reports say, once for each pair of answers. */
final class Comparison {
    private final Report before;
    private final Report after;
    /** Numbers of the first report's programs that are in both, by the second's. */
    private final Map<Integer, Integer> programs = new LinkedHashMap<>();

    private final Map<Said, List<String>> ofObject = new LinkedHashMap<>();
    private final Map<Said, List<String>> ofPrograms = new LinkedHashMap<>();
    private int same;

    /** A change without its kernels. */
    private record Said(String program, Verdict from, Verdict to, String reasonBefore, String reason) {}

    Comparison(Report before, Report after) {
        this.before = before;
        this.after = after;
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < before.subject().programs().size(); i++) {
            byName.put(before.subject().programs().get(i).name(), i);
        }
        for (int i = 0; i < after.subject().programs().size(); i++) {
            Integer known = byName.get(after.subject().programs().get(i).name());
            if (known != null) {
                programs.put(i, known);
            }
        }
        pairs(before, after).forEach((pair, kernels) -> compare(pair.before(), pair.after(), kernels));
    }

    /** A kernel's answers in the two reports, as indexes of their classes. */
    record Pair(int before, int after) {}

    /** Kernels that are in both reports, by their two answers. */
    static Map<Pair, List<String>> pairs(Report before, Report after) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.kernels().size(); i++) {
            places.put(before.kernels().get(i), i);
        }
        Map<Pair, List<String>> pairs = new LinkedHashMap<>();
        for (int i = 0; i < after.kernels().size(); i++) {
            Integer place = places.get(after.kernels().get(i));
            if (place != null) {
                pairs.computeIfAbsent(new Pair(before.classOf()[place], after.classOf()[i]), pair -> new ArrayList<>())
                        .add(after.kernels().get(i));
            }
        }
        return pairs;
    }

    private void compare(int classBefore, int classAfter, List<String> kernels) {
        AnswerClass one = before.classes().get(classBefore);
        AnswerClass other = after.classes().get(classAfter);
        boolean differs =
                add(ofObject, new Said("", one.verdict(), other.verdict(), one.reason(), other.reason()), kernels);
        for (Map.Entry<Integer, Integer> program : programs.entrySet()) {
            ProgramAnswer was = one.programs().get(program.getValue());
            ProgramAnswer is = other.programs().get(program.getKey());
            String name = after.subject().programs().get(program.getKey()).name();
            differs |= add(ofPrograms, new Said(name, was.verdict(), is.verdict(), was.reason(), is.reason()), kernels);
        }
        same += differs ? 0 : kernels.size();
    }

    private static boolean add(Map<Said, List<String>> to, Said said, List<String> kernels) {
        boolean differs = kind(said) != null;
        if (differs) {
            to.computeIfAbsent(said, key -> new ArrayList<>()).addAll(kernels);
        }
        return differs;
    }

    private static @Nullable Kind kind(Said said) {
        int worse = Standing.of(said.to).compareTo(Standing.of(said.from));
        if (worse != 0) {
            return worse > 0 ? Kind.REGRESSED : Kind.FIXED;
        }
        return said.from == said.to && said.reasonBefore.equals(said.reason) ? null : Kind.CHANGED_REASON;
    }

    List<Change> objects() {
        return changes(ofObject);
    }

    List<Change> programs() {
        return changes(ofPrograms);
    }

    int same() {
        return same;
    }

    private static List<Change> changes(Map<Said, List<String>> of) {
        List<Change> changes = new ArrayList<>();
        of.forEach((said, kernels) -> {
            Kind kind = kind(said);
            if (kind != null) {
                changes.add(
                        new Change(kind, said.program, said.from, said.to, said.reasonBefore, said.reason, kernels));
            }
        });
        changes.sort(Comparator.comparing(Change::kind)
                .thenComparingInt(change -> -change.to().ordinal())
                .thenComparingInt(change -> -change.kernels().size()));
        return changes;
    }
}
