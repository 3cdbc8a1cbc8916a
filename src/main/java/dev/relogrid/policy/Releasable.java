package dev.relogrid.policy;

import dev.relogrid.engine.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be released: an object, or all objects of a ref together.
 *
 * @param releasable yes or no
 * @param headline one sentence
 * @param reasons why not, sentences; empty when yes
 * @param kernels how the required kernels stand, each as its worst object
 * @param standings the same of every kernel, in the archive's order
 */
public record Releasable(
        boolean releasable, String headline, List<String> reasons, Tally kernels, List<KernelStanding> standings) {

    /** An object under the name it is to be called by, and what its project's policy makes of it. */
    public record Candidate(String name, PolicyVerdict verdict) {}

    /**
     * @param candidates what is to be released; nothing is never releasable
     * @param strict whether a required kernel that cannot be answered for is in the way too
     */
    public static Releasable of(List<Candidate> candidates, boolean strict) {
        List<KernelStanding> standings = worst(candidates);
        Tally tally = Tally.of(standings, Role.REQUIRED);
        Set<String> reasons = new LinkedHashSet<>();
        if (candidates.isEmpty()) {
            reasons.add("There is no object.");
        } else if (tally.total() == 0) {
            reasons.add("No required kernel was judged.");
        }
        for (Candidate candidate : candidates) {
            String prefix = candidates.size() == 1 ? "" : candidate.name() + ": ";
            candidate.verdict().failing().forEach(cause -> reasons.add(prefix + cause.clause() + "."));
            if (strict) {
                undecided(candidate.verdict())
                        .forEach((what, ids) -> reasons.add(
                                prefix + "cannot be said (" + what.word() + "): " + KernelSummary.of(ids) + "."));
            }
            reasons.addAll(candidate.verdict().policyReasons());
        }
        boolean yes = reasons.isEmpty();
        return new Releasable(yes, headline(yes, tally), List.copyOf(reasons), tally, standings);
    }

    /** The headline for one object by itself, without looking for the reasons. */
    public static String headline(PolicyVerdict verdict) {
        return headline(verdict.passes(), verdict.required());
    }

    private static String headline(boolean yes, Tally tally) {
        return (yes ? "Yes: it " : "No: it ") + tally.clause("required ") + ".";
    }

    /** Required kernels of which nothing is said, unless they fail already. */
    private static Map<Verdict, List<String>> undecided(PolicyVerdict verdict) {
        Map<Verdict, List<String>> kernels = new LinkedHashMap<>();
        for (KernelStanding kernel : verdict.kernels()) {
            boolean open = kernel.effective() == Verdict.UNKNOWN || kernel.effective() == Verdict.NO_BTF;
            if (kernel.role() == Role.REQUIRED && kernel.standing() == Standing.WARN && open) {
                kernels.computeIfAbsent(kernel.effective(), _ -> new ArrayList<>())
                        .add(kernel.kernel());
            }
        }
        return kernels;
    }

    /** Each kernel as the worst of all objects has it, in the order of the first. */
    public static List<KernelStanding> worst(List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return candidates.getFirst().verdict().kernels();
        }
        Map<String, KernelStanding> worst = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            for (KernelStanding kernel : candidate.verdict().kernels()) {
                worst.merge(kernel.kernel(), kernel, Releasable::worse);
            }
        }
        return List.copyOf(worst.values());
    }

    private static KernelStanding worse(@Nullable KernelStanding a, KernelStanding b) {
        boolean same = a != null && a.standing() == b.standing();
        boolean first = a != null
                && (same
                        ? a.effective().compareTo(b.effective()) >= 0
                        : a.standing().compareTo(b.standing()) > 0);
        return first && a != null ? a : b;
    }
}
