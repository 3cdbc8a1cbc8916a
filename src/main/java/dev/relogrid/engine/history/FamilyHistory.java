package dev.relogrid.engine.history;

import dev.relogrid.engine.kernel.KernelFamily;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One question to many kernels that share what they are made of: as many are asked as answer differently. */
public final class FamilyHistory {
    private FamilyHistory() {}

    /**
     * The answers of the {@code wanted}, each at the kernel's number in the family; null for all others.
     *
     * @throws dev.relogrid.engine.bytes.MalformedInput when something is damaged that some of them need
     */
    public static @Nullable Answer[] of(Question question, KernelFamily family, BitSet wanted) {
        @Nullable Answer[] answers = new Answer[family.size()];
        BitSet left = (BitSet) wanted.clone();
        for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i)) {
            KernelFamily.Witness witness = family.ask(i);
            Answer answer = question.on(witness.kernel());
            BitSet same = witness.sameAnswers();
            same.and(left);
            for (int j = same.nextSetBit(0); j >= 0; j = same.nextSetBit(j + 1)) {
                answers[j] = answer;
            }
            left.andNot(same);
            left.clear(i); // a witness speaks for itself at least, whatever it says
            answers[i] = answer;
        }
        return answers;
    }
}
