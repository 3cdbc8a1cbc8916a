package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.kernel.KernelFamily;
import java.util.BitSet;

/** What {@link FamilyJudge} asks about relocations and nothing else: what the cost of the rest is measured against. */
public final class RelocationsAlone {
    private RelocationsAlone() {}

    /** How many times a kernel was asked, so that there is an outcome; each question as often as kernels differ in it. */
    public static int ask(ObjectSpecs specs, KernelFamily family, BitSet wanted) {
        int asks = 0;
        for (RelocationGroup group : RelocationGroup.of(specs.object())) {
            Question question = new RelocationQuestion(specs, group);
            BitSet remaining = (BitSet) wanted.clone();
            for (int k = remaining.nextSetBit(0); k >= 0; k = remaining.nextSetBit(0)) {
                KernelFamily.Witness witness = family.ask(k);
                boolean shared = question.of(witness.kernel(), new Effort(Effort.PER_KERNEL))
                        .shared();
                remaining.clear(k);
                if (shared) {
                    remaining.andNot(witness.sameAnswers());
                }
                asks++;
            }
        }
        return asks;
    }
}
