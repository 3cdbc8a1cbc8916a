package dev.relogrid.report;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.verdict.KernelVerdict;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges objects on those kernels that share what they are made of, family by family, so that the work grows with the
 * number of different answers and not of kernels.
 */
final class FamilyRun {
    private final List<StoredKernel> kernels;
    private final IdentityHashMap<KernelFamily, List<Integer>> families = new IdentityHashMap<>();

    /** @param kernels in the order their verdicts are wanted */
    FamilyRun(List<StoredKernel> kernels) {
        this.kernels = kernels;
        for (int i = 0; i < kernels.size(); i++) {
            StoredKernel.Membership membership = kernels.get(i).membership();
            if (membership != null) {
                families.computeIfAbsent(membership.family(), family -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    /**
     * One for each kernel; null for kernels without a family, and for those that cannot be answered because of damage:
     * judging them one by one will tell what it is.
     */
    List<@Nullable KernelVerdict> verdicts(Judged object) {
        @Nullable KernelVerdict[] verdicts = new KernelVerdict[kernels.size()];
        families.forEach((family, members) -> {
            try {
                judge(object, family, members, verdicts);
            } catch (MalformedInput | ArchiveProblem | UncheckedIOException e) {
                members.forEach(i -> verdicts[i] = alone(object, kernels.get(i)));
            }
        });
        List<@Nullable KernelVerdict> list = new ArrayList<>(verdicts.length);
        for (KernelVerdict verdict : verdicts) {
            list.add(verdict);
        }
        return list;
    }

    /** Of a damaged family those kernels answer that need nothing of what is damaged. */
    private static @Nullable KernelVerdict alone(Judged object, StoredKernel kernel) {
        StoredKernel.Membership place = kernel.membership();
        try {
            return place == null
                    ? null
                    : object.judge()
                            .on(place.family().ask(place.index()).kernel())
                            .verdict();
        } catch (MalformedInput | ArchiveProblem | UncheckedIOException e) {
            return null;
        }
    }

    private void judge(Judged object, KernelFamily family, List<Integer> members, @Nullable KernelVerdict[] verdicts) {
        BitSet wanted = new BitSet();
        int[] kernelOf = new int[family.size()];
        for (int i : members) {
            StoredKernel.Membership membership = kernels.get(i).membership();
            if (membership != null) {
                wanted.set(membership.index());
                kernelOf[membership.index()] = i;
            }
        }
        int index = wanted.nextSetBit(0);
        for (KernelVerdict verdict : object.familyJudge().on(family, wanted)) {
            verdicts[kernelOf[index]] = verdict;
            index = wanted.nextSetBit(index + 1);
        }
    }
}
