package dev.relogrid.engine.verdict;

import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One relocation and what it lacks, with all kernels where that is so: the thing a person fixes.
 *
 * @param relocation the relocation
 * @param status how it ends there
 * @param fatal whether it is certain to keep the object, or its program, from loading
 * @param text what those kernels lack, or why libbpf refuses
 * @param kernels their ids, in the order they were judged
 */
public record Cause(
        RelocationRecord relocation, RelocationResult.Status status, boolean fatal, String text, List<String> kernels) {

    /** The causes behind the verdicts on an object: what breaks it first, then by number of kernels. */
    public static List<Cause> of(List<RelocationRecord> relocations, List<KernelVerdict> verdicts) {
        Map<Finding, Cause> causes = new LinkedHashMap<>();
        for (KernelVerdict verdict : verdicts) {
            for (Finding finding : verdict.findings()) {
                causes.computeIfAbsent(
                                finding,
                                found -> new Cause(
                                        relocations.get(found.relocation()),
                                        found.status(),
                                        found.fatal(),
                                        found.cause(),
                                        new ArrayList<>()))
                        .kernels
                        .add(verdict.kernel());
            }
        }
        return causes.values().stream()
                .sorted(Comparator.comparing((Cause cause) -> !cause.fatal)
                        .thenComparingInt(cause -> -cause.kernels.size())
                        .thenComparingInt(cause -> cause.relocation.number()))
                .toList();
    }
}
