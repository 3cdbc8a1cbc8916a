package dev.relogrid.report;

import dev.relogrid.report.AnswerClass.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes of a report one about some of its kernels. */
final class Selection {
    private final Report report;
    private final List<String> kernels = new ArrayList<>();
    private final List<Integer> oldClassOf = new ArrayList<>();
    /** The classes left, by their old numbers, in the order of their first kernels. */
    private final List<Integer> classes = new ArrayList<>();

    private final int[] newClass;

    Selection(Report report, Predicate<String> wanted) {
        this.report = report;
        this.newClass = new int[report.classes().size()];
        Arrays.fill(newClass, -1);
        for (int i = 0; i < report.kernels().size(); i++) {
            int old = report.classOf()[i];
            if (wanted.test(report.kernels().get(i))) {
                kernels.add(report.kernels().get(i));
                oldClassOf.add(old);
                if (newClass[old] < 0) {
                    newClass[old] = classes.size();
                    classes.add(old);
                }
            }
        }
    }

    Report report(List<String> otherByteOrder, List<String> unanswered) {
        int[] classOf = new int[kernels.size()];
        int[] sizes = new int[classes.size()];
        for (int i = 0; i < classOf.length; i++) {
            classOf[i] = newClass[oldClassOf.get(i)];
            sizes[classOf[i]]++;
        }
        List<Integer> left = causes(sizes);
        int[] newCause = new int[report.causes().size()];
        List<CauseCard> cards = new ArrayList<>();
        for (int old : left) {
            newCause[old] = cards.size();
            cards.add(report.causes().get(old));
        }
        List<AnswerClass> answers = new ArrayList<>();
        for (int old : classes) {
            answers.add(renumbered(report.classes().get(old), newCause));
        }
        return new Report(report.subject(), kernels, classOf, answers, cards, otherByteOrder, unanswered);
    }

    /** The causes that are left, by their old numbers, ordered as in every report. */
    private List<Integer> causes(int[] sizes) {
        int[] kernelsOf = new int[report.causes().size()];
        List<Integer> met = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            boolean[] counted = new boolean[kernelsOf.length];
            for (Found found : report.classes().get(classes.get(i)).found()) {
                if (!counted[found.cause()]) {
                    counted[found.cause()] = true;
                    if (kernelsOf[found.cause()] == 0) {
                        met.add(found.cause());
                    }
                    kernelsOf[found.cause()] += sizes[i];
                }
            }
        }
        Rank[] ranks = new Rank[met.size()];
        for (int i = 0; i < ranks.length; i++) {
            CauseCard card = report.causes().get(met.get(i));
            ranks[i] = new Rank(card.effect(), kernelsOf[met.get(i)], card.number());
        }
        List<Integer> sorted = new ArrayList<>();
        for (int index : Rank.order(ranks)) {
            sorted.add(met.get(index));
        }
        return sorted;
    }

    private static AnswerClass renumbered(AnswerClass answer, int[] newCause) {
        List<Found> found = new ArrayList<>(answer.found().size());
        for (Found one : answer.found()) {
            found.add(new Found(newCause[one.cause()], one.has(), one.why(), one.programs()));
        }
        return new AnswerClass(answer.verdict(), answer.reason(), answer.programs(), found);
    }
}
