package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of an object on each kernel of a family what {@link Judge} would say, asking every question only once of kernels
 * that answer it alike. Relocations that bear on each other are resolved together, against one kernel after the other
 * until all are spoken for; kernels on which all groups ended alike share one verdict.
 *
 * <p>The bound on effort is one for all of an object's relocations on one kernel. Groups are charged to every kernel they
 * speak for, and a kernel that would have exceeded the bound is judged alone: work is at most twice the bound a kernel.
 *
 * <p>A kernel that turns out to be malformed ends it for all, with {@link dev.relogrid.engine.bytes.MalformedInput}; {@link
 * Judge} tells which one it is.
 */
public final class FamilyJudge {
    private final ObjectSpecs specs;
    private final Judge judge;
    private final List<RelocationGroup> groups;

    /** A judge of one object, for any number of families. */
    public FamilyJudge(ObjectSpecs specs) {
        this.specs = specs;
        this.judge = new Judge(specs);
        this.groups = RelocationGroup.of(specs.object());
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
            for (RelocationGroup group : groups) {
                survey.ask(group);
            }
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

        void ask(RelocationGroup group) {
            List<List<Setback>> outcomes = new ArrayList<>();
            BitSet remaining = (BitSet) asked.clone();
            for (int k = remaining.nextSetBit(0); k >= 0; k = remaining.nextSetBit(0)) {
                KernelFamily.Witness witness = family.ask(k);
                int limit = left[k];
                GroupRun run = new GroupRun(group, witness.kernel(), new Effort(limit));
                BitSet same = run.idsMatter ? single(k) : alike(witness, k, remaining);
                if (run.effort.exhausted()) {
                    giveUp(same, limit);
                    same.andNot(asked);
                } else {
                    answer(same, one(outcomes, run.setbacks), limit - run.effort.left());
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

        private void answer(BitSet same, List<Setback> setbacks, int used) {
            for (int i = same.nextSetBit(0); i >= 0; i = same.nextSetBit(i + 1)) {
                left[i] -= used;
                classes[i] = classes[i].with(setbacks);
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

        /** The list among the outcomes that says the same, or the given one as a new one. */
        private static List<Setback> one(List<List<Setback>> outcomes, List<Setback> setbacks) {
            for (List<Setback> outcome : outcomes) {
                if (Setback.same(outcome, setbacks)) {
                    return outcome;
                }
            }
            outcomes.add(setbacks);
            return setbacks;
        }

        List<KernelVerdict> verdicts() {
            List<KernelVerdict> verdicts = new ArrayList<>(wanted.cardinality());
            for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
                KernelVerdict said = untyped[i];
                if (said == null) {
                    said = asked.get(i)
                            ? classes[i].verdict(judge)
                            : judge.on(family.ask(i).kernel()).verdict();
                }
                verdicts.add(said.of(family.id(i)));
            }
            return verdicts;
        }
    }

    /** One group on one kernel. */
    private final class GroupRun {
        final Effort effort;
        final List<Setback> setbacks = new ArrayList<>(0);
        boolean idsMatter;

        GroupRun(RelocationGroup group, Kernel kernel, Effort effort) {
            this.effort = effort;
            this.idsMatter = group.idsMatter();
            RelocationPass pass = new RelocationPass(specs, kernel, effort);
            for (RelocationRecord record : group.records()) {
                RelocationResult result = pass.relocate(record);
                if (Setback.is(result)) {
                    setbacks.add(Setback.of(result));
                }
                idsMatter |= comparesIds(result);
            }
        }

        /** Types of two modules may have one id, or two, and target_type_id is ambiguous only in the second case. */
        private static boolean comparesIds(RelocationResult result) {
            Resolution resolution = result.resolution();
            return resolution != null
                    && result.record().relo().kind() == ReloKind.TYPE_ID_TARGET.ordinal()
                    && resolution.candidates().size() > 1
                    && resolution
                                    .candidates()
                                    .getFirst()
                                    .candidate()
                                    .source()
                                    .btf()
                                    .base()
                            != null;
        }
    }
}
