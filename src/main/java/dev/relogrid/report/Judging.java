package dev.relogrid.report;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.verdict.Judgement;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.report.kernels.KernelRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges objects on kernels: those that share their types together, the others one by one. What is found out goes to the
 * objects, in the order of the kernels.
 */
public final class Judging {
    private final List<Judged> objects;
    private final List<StoredKernel> kernels;
    private final @Nullable Evidence evidence;
    /** Why kernels could not be read, and which: one damaged block can spoil hundreds. */
    private final Map<String, List<String>> unreadable = new LinkedHashMap<>();

    /** Whoever wants to know what became of relocations, not only what is said of objects. */
    public interface Evidence {
        /** What is worth keeping of an object's relocations on a kernel, as lines; called by several threads. */
        List<String> of(Judged object, StoredKernel kernel, List<RelocationResult> results);

        /** Takes the lines, in the order of the kernels. */
        void take(String line);
    }

    /** Only verdicts are asked for. */
    public Judging(List<Judged> objects, List<StoredKernel> kernels) {
        this(objects, kernels, null);
    }

    /** @param evidence null where only verdicts are asked for, which is quicker */
    public Judging(List<Judged> objects, List<StoredKernel> kernels, @Nullable Evidence evidence) {
        this.objects = objects;
        this.kernels = kernels;
        this.evidence = evidence;
    }

    /** Does the work; once. */
    public void judge() {
        List<List<@Nullable KernelVerdict>> known = new ArrayList<>();
        FamilyRun families = new FamilyRun(evidence == null ? kernels : List.of());
        for (Judged object : objects) {
            known.add(evidence == null ? families.verdicts(object) : List.of());
        }
        List<StoredKernel> others = new ArrayList<>();
        for (int i = 0; i < kernels.size(); i++) {
            if (evidence != null || isUnknown(known, i)) {
                others.add(kernels.get(i));
            }
        }
        int[] next = {0};
        KernelRun.forEach(others, this::judge, outcome -> {
            next[0] = takeKnown(known, next[0]);
            take(outcome);
            next[0]++;
        });
        takeKnown(known, next[0]);
    }

    /** A sentence for each reason why some kernels were not answered. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        unreadable.forEach((why, ids) -> {
            String first = ids.getFirst();
            String which = why.contains(first)
                    ? ""
                    : ids.size() == 1 ? first + ": " : first + " and " + (ids.size() - 1) + " more: ";
            problems.add(which + why);
        });
        return problems;
    }

    private static boolean isUnknown(List<List<@Nullable KernelVerdict>> known, int kernel) {
        for (List<@Nullable KernelVerdict> verdicts : known) {
            if (verdicts.get(kernel) == null) {
                return true;
            }
        }
        return false;
    }

    /** Gives the objects the verdicts on the kernels up to the next that had to be judged by itself, and says which it is. */
    private int takeKnown(List<List<@Nullable KernelVerdict>> known, int from) {
        int kernel = from;
        while (kernel < kernels.size() && !known.getFirst().isEmpty() && !isUnknown(known, kernel)) {
            for (int i = 0; i < objects.size(); i++) {
                KernelVerdict verdict = known.get(i).get(kernel);
                if (verdict != null) {
                    objects.get(i).add(verdict);
                }
            }
            kernel++;
        }
        return kernel;
    }

    /** What one kernel answered about one object, without anything that would keep the kernel in memory. */
    private record Answer(KernelVerdict verdict, List<String> lines) {}

    private List<Answer> judge(StoredKernel kernel) {
        List<Answer> answers = new ArrayList<>();
        for (Judged object : objects) {
            Judgement judgement = object.judge().on(kernel);
            answers.add(new Answer(
                    judgement.verdict(),
                    evidence == null ? List.of() : evidence.of(object, kernel, judgement.relocations())));
        }
        return answers;
    }

    private void take(KernelRun.Outcome<List<Answer>> outcome) {
        List<Answer> answers = outcome.result();
        if (answers == null) {
            unreadable
                    .computeIfAbsent(outcome.problem(), problem -> new ArrayList<>())
                    .add(outcome.kernel().id());
            objects.forEach(object -> object.addUnanswered(outcome.kernel().id()));
            return;
        }
        for (int i = 0; i < answers.size(); i++) {
            objects.get(i).add(answers.get(i).verdict());
            for (String line : answers.get(i).lines()) {
                Objects.requireNonNull(evidence).take(line);
            }
        }
    }
}
