package dev.relogrid.matrix.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.policy.Policy;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * What policies make of objects. Answers are found once and kept by {@link Analyses}; holding them against a policy costs
 * little and is kept in memory only, because it depends on the day.
 */
@Service
public class Verdicts {
    /** Standings of kernels kept in memory, of all verdicts together; about 50 bytes each. */
    private static final long MOST_KEPT = 1_000_000;

    private final Analyses analyses;
    private final PolicyProfiles profiles;
    private final KernelArchive archive;
    private final Cache<Key, PolicyVerdict> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((Key _, PolicyVerdict verdict) -> 100 + verdict.kernels().size())
            .build();

    Verdicts(Analyses analyses, PolicyProfiles profiles, KernelArchive archive) {
        this.analyses = analyses;
        this.profiles = profiles;
        this.archive = archive;
    }

    private record Key(String policy, long analysis, long snapshot, LocalDate today) {}

    /**
     * An answer there is.
     *
     * @param present whether it is of the archive and the engine as they are now
     */
    public record Found(Analysis analysis, boolean present) {}

    /** The answer of the archive and the engine as they are now; empty when nobody asked yet. */
    public Optional<Found> present(InForce policy, StoredObject object) {
        return analyses.find(object, archive.current(), profiles.of(policy.policy(), object))
                .map(analysis -> new Found(analysis, true));
    }

    /** The same, or else the newest there is; empty when nobody ever asked. */
    public Optional<Found> newest(InForce policy, StoredObject object) {
        return present(policy, object)
                .or(() -> analyses.latest(object, profiles.of(policy.policy(), object))
                        .map(analysis -> new Found(analysis, false)));
    }

    /** The answer on a state of the archive; empty when nobody asked then. */
    public Optional<Found> on(InForce policy, StoredObject object, long snapshotId) {
        return analyses.on(object, snapshotId, profiles.of(policy.policy(), object))
                .map(analysis -> new Found(
                        analysis, snapshotId == archive.current().snapshot().id()));
    }

    /** What the policy makes of an answer. */
    public PolicyVerdict verdict(InForce policy, Analysis analysis) {
        ArchiveState state = archive.current();
        Key key = new Key(policy.key(), analysis.id(), state.snapshot().id(), policy.today());
        return kept.get(key, _ -> {
            Report report = analyses.report(analysis);
            return policy.policy().apply(report, kernels(report, analysis, state), policy.today());
        });
    }

    /** An older answer is held against the kernels of its own time, as far as they are still there. */
    private static List<CatalogEntry> kernels(Report report, Analysis analysis, ArchiveState state) {
        List<CatalogEntry> entries = state.archive().entries();
        if (analysis.snapshotId() == state.snapshot().id()) {
            return entries;
        }
        Set<String> asked = new HashSet<>(report.kernels());
        asked.addAll(report.otherByteOrder());
        asked.addAll(report.unanswered());
        return entries.stream()
                .filter(entry -> asked.contains(entry.id().toString()))
                .toList();
    }

    /**
     * A policy on a day.
     *
     * @param key tells it from others: two of one key say the same
     */
    public record InForce(String key, Policy policy, LocalDate today) {

        /** A project's own, which changes with its version only. */
        public static InForce of(Project project, LocalDate today) {
            return new InForce(project.id() + "/" + project.version(), Projects.policy(project), today);
        }

        /** Where there is no project. */
        public static InForce none(LocalDate today) {
            return new InForce("", Policy.NONE, today);
        }

        /** The same with other kernels that have to work. */
        public InForce with(KernelQuery required) {
            return new InForce(key + "/" + required, policy.withRequired(List.of(required)), today);
        }
    }
}
