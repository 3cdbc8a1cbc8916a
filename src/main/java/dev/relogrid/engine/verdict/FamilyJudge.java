package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of an object on each kernel of a family what {@link Judge} would say, asking every question only once of kernels
 * that answer it alike. Each is put to one kernel after the other until all are spoken for; kernels that answered all of
 * them alike share one verdict.
 *
 * <p>The bound on effort is one for all of an object's relocations on one kernel. Questions are charged to every kernel
 * they speak for, and a kernel that would have exceeded the bound is judged alone: work is at most twice the bound a
 * kernel.
 *
 * <p>A kernel that turns out to be malformed ends it for all, with {@link dev.relogrid.engine.bytes.MalformedInput}; {@link
 * Judge} tells which one it is.
 */
public final class FamilyJudge {
    private final Judge judge;

    /** A judge of one object, for any number of families. */
    public FamilyJudge(Judge judge) {
        this.judge = judge;
    }

    /** One verdict for each kernel, in the family's order. */
    public List<KernelVerdict> on(KernelFamily family) {
        BitSet all = new BitSet(family.size());
        all.set(0, family.size());
        return on(family, all);
    }

    /** One verdict for each wanted kernel, in the family's order. */
    public List<KernelVerdict> on(KernelFamily family, BitSet wanted) {
        Survey survey = new Survey(family, wanted);
        if (judge.asksKernels()) {
            survey.setUntypedAside();
            for (Question question : judge.questions()) {
                survey.ask(question, survey.asked);
            }
            survey.ask(judge::versionOf, survey.versionsWanted());
        }
        return survey.verdicts();
    }

    /** One object on one family. */
    private final class Survey {
        private final KernelFamily family;
        private final BitSet wanted;
        /** Those whose verdict is made of the groups' answers. */
        private final BitSet asked;
        /** What is said of kernels without types. */
        private final @Nullable KernelVerdict[] untyped;

        private final AnswerClass[] classes;
        private final int[] left;

        Survey(KernelFamily family, BitSet wanted) {
            this.family = family;
            this.wanted = wanted;
            this.asked = (BitSet) wanted.clone();
            this.untyped = new KernelVerdict[family.size()];
            this.classes = new AnswerClass[family.size()];
            this.left = new int[family.size()];
            Arrays.fill(classes, new AnswerClass());
            Arrays.fill(left, Effort.PER_KERNEL);
        }

        void setUntypedAside() {
            BitSet remaining = (BitSet) wanted.clone();
            for (int k = remaining.nextSetBit(0); k >= 0; k = remaining.nextSetBit(0)) {
                KernelFamily.Witness witness = family.ask(k);
                Kernel kernel = witness.kernel();
                KernelVerdict said = kernel.vmlinux() == null ? judge.withoutTypes(kernel) : null;
                BitSet same = alike(witness, k, remaining);
                remaining.andNot(same);
                if (said != null) {
                    asked.andNot(same);
                    for (int i = same.nextSetBit(0); i >= 0; i = same.nextSetBit(i + 1)) {
                        untyped[i] = said;
                    }
                }
            }
        }

        /** Of those left, the ones the witness speaks for. */
        private static BitSet alike(KernelFamily.Witness witness, int index, BitSet left) {
            BitSet same = (BitSet) witness.sameAnswers().clone();
            same.and(left);
            same.set(index);
            return same;
        }

        /** Kernels whose verifier's abilities bear on the verdict. */
        BitSet versionsWanted() {
            BitSet of = new BitSet();
            for (int k = asked.nextSetBit(0); k >= 0; k = asked.nextSetBit(k + 1)) {
                of.set(k, classes[k].isAboutReach(judge));
            }
            return of;
        }

        void ask(Question question, BitSet of) {
            List<Answers> outcomes = new ArrayList<>();
            BitSet remaining = (BitSet) of.clone();
            for (int k = remaining.nextSetBit(0); k >= 0; k = remaining.nextSetBit(0)) {
                KernelFamily.Witness witness = family.ask(k);
                int limit = left[k];
                Effort effort = new Effort(limit);
                Question.Asked said = question.of(witness.kernel(), effort);
                BitSet same = said.shared() ? alike(witness, k, remaining) : single(k);
                if (effort.exhausted()) {
                    giveUp(same, limit);
                    same.andNot(asked);
                } else {
                    answer(same, one(outcomes, said.answers()), limit - effort.left());
                }
                remaining.andNot(same);
            }
        }

        /** Those that had no more left than was not enough are judged alone; the others may be asked again. */
        private void giveUp(BitSet same, int limit) {
            for (int i = same.nextSetBit(0); i >= 0; i = same.nextSetBit(i + 1)) {
                if (left[i] <= limit) {
                    asked.clear(i);
                }
            }
        }

        private void answer(BitSet same, Answers answers, int used) {
            for (int i = same.nextSetBit(0); i >= 0; i = same.nextSetBit(i + 1)) {
                left[i] -= used;
                classes[i] = classes[i].with(answers);
                if (left[i] <= 0) {
                    asked.clear(i);
                }
            }
        }

        private static BitSet single(int index) {
            BitSet one = new BitSet();
            one.set(index);
            return one;
        }

        /** The one among the outcomes that says the same, or the given one as a new one. */
        private static Answers one(List<Answers> outcomes, Answers answers) {
            for (Answers outcome : outcomes) {
                if (outcome.equals(answers)) {
                    return outcome;
                }
            }
            outcomes.add(answers);
            return answers;
        }

        List<KernelVerdict> verdicts() {
            List<KernelVerdict> verdicts = new ArrayList<>(wanted.cardinality());
            for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
                KernelVerdict said = untyped[i];
                if (said == null && asked.get(i)) {
                    said = classes[i].verdict(judge);
                }
                if (said == null) {
                    said = judge.on(family.ask(i).kernel()).verdict();
                }
                verdicts.add(said.of(family.id(i)));
            }
            return verdicts;
        }
    }
}
