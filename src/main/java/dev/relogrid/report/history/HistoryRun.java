package dev.relogrid.report.history;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.history.Answer;
import dev.relogrid.engine.history.FamilyHistory;
import dev.relogrid.engine.history.Question;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.report.kernels.KernelRun;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks kernels one question: those that share what they are made of together, the others one by one. */
public final class HistoryRun {
    private final Question question;
    private final List<StoredKernel> kernels;
    private final @Nullable Answer[] answers;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    /** A kernel and what it said. */
    public record Asked(StoredKernel kernel, Answer answer) {}

    private HistoryRun(Question question, List<StoredKernel> kernels) {
        this.question = question;
        this.kernels = kernels;
        this.answers = new Answer[kernels.size()];
    }

    public static HistoryRun of(Question question, List<StoredKernel> kernels) {
        var run = new HistoryRun(question, kernels);
        run.families();
        run.others();
        return run;
    }

    public Question question() {
        return question;
    }

    private void families() {
        IdentityHashMap<KernelFamily, int[]> places = new IdentityHashMap<>();
        for (int i = 0; i < kernels.size(); i++) {
            StoredKernel.Membership place = kernels.get(i).membership();
            if (place != null) {
                places.computeIfAbsent(place.family(), family -> new int[family.size()])[place.index()] = i + 1;
            }
        }
        places.forEach((family, kernelOf) -> {
            BitSet wanted = new BitSet();
            for (int i = 0; i < kernelOf.length; i++) {
                wanted.set(i, kernelOf[i] > 0);
            }
            try {
                @Nullable Answer[] said = FamilyHistory.of(question, family, wanted);
                for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
                    answers[kernelOf[i] - 1] = said[i];
                }
            } catch (MalformedInput | ArchiveProblem | UncheckedIOException e) {
                // which kernels it spoils is found out one by one
            }
        });
    }

    private void others() {
        List<StoredKernel> left = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            if (answers[i] == null) {
                left.add(kernels.get(i));
                places.add(i);
            }
        }
        int[] next = {0};
        KernelRun.forEach(left, this::one, outcome -> {
            answers[places.get(next[0]++)] = outcome.result();
            if (outcome.result() == null) {
                problems.computeIfAbsent(outcome.problem(), problem -> new ArrayList<>())
                        .add(outcome.kernel().id());
            }
        });
    }

    private Answer one(StoredKernel kernel) {
        StoredKernel.Membership place = kernel.membership();
        return question.on(
                place == null ? kernel : place.family().ask(place.index()).kernel());
    }

    /** In the order of the kernels; those that could not be read are left out. */
    public List<Asked> asked() {
        List<Asked> asked = new ArrayList<>(kernels.size());
        boolean inModules = false;
        for (Answer answer : answers) {
            inModules |= answer != null && !answer.module().isEmpty();
        }
        for (int i = 0; i < answers.length; i++) {
            Answer answer = answers[i];
            if (answer != null) {
                asked.add(new Asked(kernels.get(i), inModules ? question.withModulesElsewhere(answer) : answer));
            }
        }
        return asked;
    }

    /** A sentence for each reason why kernels could not be read. */
    public List<String> problems() {
        List<String> sentences = new ArrayList<>();
        problems.forEach((why, ids) -> {
            String first = ids.getFirst();
            String more = ids.size() == 1 ? "" : " and " + (ids.size() - 1) + " more";
            sentences.add(why.contains(first) ? why : first + more + ": " + why);
        });
        return sentences;
    }
}
