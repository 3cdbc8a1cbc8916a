package dev.relogrid.report;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Remedy;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.history.HistoryLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to do about causes, by the kernels that were judged. Looking for that takes longer than judging, so it is done for
 * the worst causes only.
 */
public final class Remedies {
    private static final int MOST = 8;

    private final Map<String, StoredKernel> byId = new HashMap<>();
    private final List<StoredKernel> kernels;
    private final int most;
    private final @Nullable Predicate<CauseCard> meant;
    private final boolean histories;

    private Remedies(List<StoredKernel> kernels, int most, @Nullable Predicate<CauseCard> meant, boolean histories) {
        this.kernels = kernels;
        this.most = most;
        this.meant = meant;
        this.histories = histories;
        for (StoredKernel kernel : kernels) {
            byId.put(kernel.id(), kernel);
        }
    }

    /** For the eight worst causes that are not guarded. */
    public static Remedies of(List<StoredKernel> kernels) {
        return new Remedies(kernels, MOST, null, true);
    }

    /** None for anything: a report that is wanted at once. */
    public static Remedies none() {
        return new Remedies(List.of(), 0, null, false);
    }

    /** The same for more causes or fewer. */
    public Remedies forAtMost(int causes) {
        return new Remedies(kernels, causes, meant, histories);
    }

    /** The same for those causes only, guarded ones too; they are asked for before anything is found out about them. */
    public Remedies only(Predicate<CauseCard> causes) {
        return new Remedies(kernels, most, causes, histories);
    }

    /** The same without what became of things over all kernels. */
    public Remedies withoutHistories() {
        return new Remedies(kernels, most, meant, false);
    }

    int most() {
        return most;
    }

    boolean isWanted(CauseCard card) {
        return meant == null ? card.effect() != Effect.GUARDED : meant.test(card);
    }

    /** Looked for in the newest kernel where the cause is, with what the newest one tells where it is not. */
    Remedy of(ObjectSpecs specs, Finding first, Spread spread, List<String> ids) {
        Kernel lacking = kernel(newest(ids));
        return lacking == null ? Remedy.NONE : Remedy.of(specs, first, lacking, having(first, spread));
    }

    List<HistoryLine> history(ObjectSpecs specs, Finding first) {
        return histories ? CauseHistory.of(specs, first, kernels) : List.of();
    }

    /** The last of the commonest machines, else the last: symbols' names differ between machines. */
    private static String newest(List<String> ids) {
        for (int i = ids.size() - 1; i >= 0; i--) {
            if (ids.get(i).contains("/amd64/")) {
                return ids.get(i);
            }
        }
        return ids.getLast();
    }

    private @Nullable Kernel having(Finding first, Spread spread) {
        for (int i = spread.kernels().size() - 1; i >= 0; i--) {
            KernelVerdict said = spread.said().get(spread.classOf()[i]);
            if (said.verdict() != Verdict.NO_BTF && !lacks(said, first)) {
                return kernel(spread.kernels().get(i));
            }
        }
        return null;
    }

    private static boolean lacks(KernelVerdict verdict, Finding finding) {
        for (Finding other : verdict.findings()) {
            if (other.number() == finding.number()
                    && other.obstacle().wanted().equals(finding.obstacle().wanted())) {
                return true;
            }
        }
        return false;
    }

    /** One that reads no more than it is asked for, where there is such a one. */
    private @Nullable Kernel kernel(String id) {
        StoredKernel kernel = byId.get(id);
        StoredKernel.Membership place = kernel == null ? null : kernel.membership();
        return place == null ? kernel : place.family().ask(place.index()).kernel();
    }
}
