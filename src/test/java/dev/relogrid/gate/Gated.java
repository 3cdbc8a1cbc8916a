package dev.relogrid.gate;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.policy.Policy;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.Samples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports under a policy, compared with what was before. */
public final class Gated {
    /** What is known of answers in tests. */
    public static final Provenance KNOWN = new Provenance("1.2.3", "0a1b2c", "2026-11-20T00:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private Gated() {}

    /** Of kernels of the shipped archive. */
    public static Member member(Report report, String policy, @Nullable Baseline before) {
        List<CatalogEntry> entries = new ArrayList<>();
        for (StoredKernel kernel : Samples.KERNELS) {
            boolean asked = report.kernels().contains(kernel.id())
                    || report.otherByteOrder().contains(kernel.id());
            CatalogEntry entry = kernel.entry();
            if (asked && entry != null) {
                entries.add(entry);
            }
        }
        return member(report, policy, entries, before);
    }

    static Member member(Report report, String policy, List<CatalogEntry> kernels, @Nullable Baseline before) {
        PolicyVerdict verdict = Policy.parse(policy).apply(report, kernels, TODAY);
        Delta delta =
                before == null ? null : Delta.of(before.object(report.subject().name()), report, verdict);
        return new Member(report, verdict, delta);
    }

    /** The same as it was, to compare with. */
    public static Baseline before(Member... members) {
        return Baseline.of("before", List.of(members));
    }

    /** A suite of these, compared with something where they are. */
    public static Suite suite(Member... members) {
        boolean compared = members.length > 0 && members[0].delta() != null;
        return new Suite("", List.of(members), List.of(), "", compared ? "before" : "", List.of(), KNOWN);
    }

    /** The same with objects of which there is no answer. */
    public static Suite with(Suite suite, Unread... unread) {
        return new Suite(
                suite.name(),
                suite.members(),
                List.of(unread),
                suite.policy(),
                suite.against(),
                suite.removed(),
                suite.provenance());
    }
}
