package dev.relogrid.report;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ProgramVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verdicts on many kernels, each different one once.
 *
 * @param kernels ids in their order
 * @param classOf for each of them, which of {@code said} it is
 * @param said what is said of the first kernel of each class; the classes are in the order of these
 * @param otherByteOrder ids of those that were set aside
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Spread(List<String> kernels, int[] classOf, List<KernelVerdict> said, List<String> otherByteOrder) {

    /**
     * Sets those kernels aside whose machines have the other byte order, which an object is not meant for: whoever has such
     * machines compiles it for them. Unless there are no others.
     */
    static Spread of(List<KernelVerdict> verdicts) {
        List<KernelVerdict> meant = new ArrayList<>(verdicts.size());
        List<String> aside = new ArrayList<>();
        for (KernelVerdict verdict : verdicts) {
            if (isOfOtherOrder(verdict)) {
                aside.add(verdict.kernel());
            } else {
                meant.add(verdict);
            }
        }
        return meant.isEmpty() ? new Sharing(verdicts).spread(List.of()) : new Sharing(meant).spread(aside);
    }

    private static boolean isOfOtherOrder(KernelVerdict verdict) {
        for (Finding finding : verdict.findings()) {
            if (finding.obstacle().code() == CauseCode.BYTE_ORDER) {
                return true;
            }
        }
        return false;
    }

    /** Finds the verdict again that says the same: kernels of one family share its lists, others have equal ones. */
    private static final class Sharing {
        private final List<KernelVerdict> verdicts;
        private final List<KernelVerdict> said = new ArrayList<>();
        private final IdentityHashMap<List<ProgramVerdict>, Integer> byPrograms = new IdentityHashMap<>();
        private final Map<String, List<Integer>> byReason = new HashMap<>();

        Sharing(List<KernelVerdict> verdicts) {
            this.verdicts = verdicts;
        }

        Spread spread(List<String> aside) {
            List<String> kernels = new ArrayList<>(verdicts.size());
            int[] classOf = new int[verdicts.size()];
            for (int i = 0; i < classOf.length; i++) {
                KernelVerdict verdict = verdicts.get(i);
                kernels.add(verdict.kernel());
                classOf[i] = place(verdict);
            }
            return new Spread(kernels, classOf, said, aside);
        }

        private int place(KernelVerdict verdict) {
            Integer known = byPrograms.get(verdict.programs());
            if (known != null && isShared(said.get(known), verdict)) {
                return known;
            }
            List<Integer> alike = byReason.get(verdict.reason());
            if (alike == null) {
                alike = new ArrayList<>(1);
                byReason.put(verdict.reason(), alike);
            }
            for (int index : alike) {
                if (isSame(said.get(index), verdict)) {
                    byPrograms.put(verdict.programs(), index);
                    return index;
                }
            }
            alike.add(said.size());
            byPrograms.put(verdict.programs(), said.size());
            said.add(verdict);
            return said.size() - 1;
        }

        @SuppressWarnings("ReferenceEquality") // what is asked is whether they are shared
        private static boolean isShared(KernelVerdict a, KernelVerdict b) {
            return a.findings() == b.findings()
                    && a.verdict() == b.verdict()
                    && a.reason().equals(b.reason());
        }

        private static boolean isSame(KernelVerdict a, KernelVerdict b) {
            return a.verdict() == b.verdict()
                    && a.reason().equals(b.reason())
                    && samePrograms(a.programs(), b.programs())
                    && a.findings().equals(b.findings());
        }

        @SuppressWarnings("ReferenceEquality") // programs of one object, each of which is one
        private static boolean samePrograms(List<ProgramVerdict> a, List<ProgramVerdict> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                Program program = a.get(i).program();
                if (program != b.get(i).program()
                        || a.get(i).verdict() != b.get(i).verdict()
                        || !a.get(i).reason().equals(b.get(i).reason())) {
                    return false;
                }
            }
            return a.size() == b.size();
        }
    }
}
