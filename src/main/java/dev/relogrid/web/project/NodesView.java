package dev.relogrid.web.project;

import dev.relogrid.policy.FleetCoverage;
import dev.relogrid.policy.FleetCoverage.Part;
import java.util.List;

/**
 * On how many machines of the fleet it works; the five counts between add up to {@code total}.
 *
 * @param percent the share that passes, never rounded up
 * @param sentence all of it in words
 * @param absent machines whose kernel the archive does not have
 */
record NodesView(
        String percent,
        String sentence,
        long total,
        long pass,
        long warn,
        long fail,
        long aside,
        long absent,
        List<KernelNodesView> failingKernels,
        List<KernelNodesView> absentKernels) {

    /** A kernel as the fleet's table calls it, and how many machines run it. */
    record KernelNodesView(String kernel, long nodes) {
        static List<KernelNodesView> of(List<Part> parts) {
            return parts.stream()
                    .map(part -> new KernelNodesView(part.kernel(), part.nodes()))
                    .toList();
        }
    }

    static NodesView of(FleetCoverage coverage) {
        return new NodesView(
                coverage.percent(),
                coverage.sentence(),
                coverage.nodes(),
                coverage.passing(),
                coverage.warned(),
                coverage.failing(),
                coverage.aside(),
                coverage.absent(),
                KernelNodesView.of(coverage.failingKernels()),
                KernelNodesView.of(coverage.absentKernels()));
    }
}
