package dev.relogrid.cli;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.policy.Policy;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what was found of objects against a policy, and against what was found before. */
final class Gating {
    private final Policy policy;
    private final List<CatalogEntry> entries = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /**
     * @param queries kernels named for this once, which then have to work; none leaves that to the policy
     * @param kernels those that were judged
     */
    Gating(Policy policy, List<KernelQuery> queries, List<StoredKernel> kernels) {
        for (StoredKernel kernel : kernels) {
            CatalogEntry entry = kernel.entry();
            if (entry == null) {
                files.add(kernel.id());
            } else {
                entries.add(entry);
            }
        }
        boolean onlyFiles = entries.isEmpty();
        this.policy = onlyFiles || !queries.isEmpty() ? policy.withRequired(onlyFiles ? List.of() : queries) : policy;
    }

    /** Whether any kernel comes from the archive. */
    boolean usesArchive() {
        return !entries.isEmpty();
    }

    List<Member> members(List<Report> reports, @Nullable Baseline before) {
        List<String> names =
                reports.stream().map(report -> report.subject().name()).toList();
        Baseline matched = before == null ? null : before.renamed(names);
        List<Member> members = new ArrayList<>();
        for (Report report : reports) {
            PolicyVerdict verdict = policy.apply(report, entries, files, today);
            Delta delta = matched == null
                    ? null
                    : Delta.of(matched.object(report.subject().name()), report, verdict);
            members.add(new Member(report, verdict, delta));
        }
        return members;
    }
}
