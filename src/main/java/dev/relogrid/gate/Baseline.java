package dev.relogrid.gate;

import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.policy.FailingCause;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.policy.Standing;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a suite before: as much of it as says what is new.
 *
 * @param label what it is called in sentences: a file's name, a branch
 * @param objects by name
 */
public record Baseline(String label, Map<String, Before> objects) {
    /** What stands for the object as a whole among names of programs. */
    static final String WHOLE_OBJECT = "";

    /**
     * An object before.
     *
     * @param programs names of its programs
     * @param kernels what it counted as, by kernel id
     * @param causes on which kernels a cause was so that made it worse than passing, by {@link CauseKey#fingerprint}
     */
    public record Before(Set<String> programs, Map<String, Cell> kernels, Map<String, Set<String>> causes) {}

    /**
     * An object on a kernel before.
     *
     * @param failing names of the programs that failed; the empty name for the object as a whole
     */
    public record Cell(Standing standing, Set<String> failing) {}

    /** From what was judged just now; members' own comparisons do not matter. */
    public static Baseline of(String label, List<Member> members) {
        Map<String, Before> objects = new LinkedHashMap<>();
        members.forEach(member -> objects.put(member.name(), before(member.report(), member.verdict())));
        return new Baseline(label, objects);
    }

    /**
     * The same with objects called as they are now: by the same name; else the only one there is for the only one; else by
     * the last part of the path, where no other ends so. Those that are not found again keep their names.
     *
     * @param names of the objects now
     */
    public Baseline renamed(List<String> names) {
        Map<String, String> renamed = new HashMap<>();
        for (String name : names) {
            String was = names.size() == 1 && objects.size() == 1
                    ? objects.keySet().iterator().next()
                    : objects.containsKey(name) ? name : sameEnd(name, names);
            if (was != null) {
                renamed.put(was, name);
            }
        }
        Map<String, Before> now = new LinkedHashMap<>();
        objects.forEach((name, before) -> now.put(renamed.getOrDefault(name, name), before));
        return new Baseline(label, now);
    }

    private @Nullable String sameEnd(String name, List<String> names) {
        List<String> was = objects.keySet().stream()
                .filter(one -> end(one).equals(end(name)))
                .toList();
        boolean only = names.stream().filter(one -> end(one).equals(end(name))).count() == 1;
        return only && was.size() == 1 ? was.getFirst() : null;
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Names of objects there were, and are not among these. */
    public List<String> removed(List<String> names) {
        List<String> removed = new ArrayList<>(objects.keySet());
        removed.removeAll(names);
        return removed;
    }

    /** What was known of the object of that name; null when there was none. */
    public @Nullable Before object(String name) {
        return objects.get(name);
    }

    private static Before before(Report report, PolicyVerdict verdict) {
        Set<String> programs = new HashSet<>();
        report.subject().programs().forEach(program -> programs.add(program.name()));
        Map<String, Cell> kernels = new HashMap<>();
        Map<String, Set<String>> failing = failing(report, verdict);
        for (KernelStanding kernel : verdict.kernels()) {
            kernels.put(kernel.kernel(), new Cell(kernel.standing(), failing.getOrDefault(kernel.kernel(), Set.of())));
        }
        Map<String, Set<String>> causes = new HashMap<>();
        for (Sighting cause : counting(report)) {
            causes.computeIfAbsent(CauseKey.of(report, cause).fingerprint(), _ -> new HashSet<>())
                    .addAll(cause.kernels());
        }
        return new Before(programs, kernels, causes);
    }

    /** Causes that are harm: what is guarded may have been before, and be reached now. */
    static List<Sighting> counting(Report report) {
        return report.seen().stream()
                .filter(cause -> cause.card().effect() != Effect.GUARDED)
                .toList();
    }

    /** Names of programs that fail for a cause that counts, by kernel id; the empty name for the object as a whole. */
    public static Map<String, Set<String>> failing(Report report, PolicyVerdict verdict) {
        Map<String, Set<String>> failing = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            places.put(report.kernels().get(i), i);
        }
        for (FailingCause cause : verdict.failing()) {
            for (String kernel : cause.kernels()) {
                Integer place = places.get(kernel);
                if (place != null) {
                    failing.computeIfAbsent(kernel, _ -> new HashSet<>()).addAll(programs(report, cause, place));
                }
            }
        }
        return failing;
    }

    private static Set<String> programs(Report report, FailingCause cause, int kernel) {
        if (cause.cause() < 0 || report.causes().get(cause.cause()).wholeObject()) {
            return Set.of(WHOLE_OBJECT);
        }
        Set<String> names = new HashSet<>();
        for (Found found : report.answer(kernel).found()) {
            if (found.cause() == cause.cause()) {
                found.programs()
                        .forEach(program -> names.add(
                                report.subject().programs().get(program).name()));
            }
        }
        return names;
    }
}
