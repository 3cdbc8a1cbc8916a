package dev.relogrid.matrix.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.analysis.LoadProfile;
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
    private static final long MOST_KEPT = 500_000;

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

    /** On the present archive by the present engine; judges where nobody has yet. */
    public Outcome judge(InForce policy, StoredObject object) {
        try {
            LoadProfile profile = profiles.of(policy.policy(), object);
            ArchiveState state = archive.current();
            Analysis analysis = analyses.judge(object, state, profile);
            return new Outcome.Answered(analysis, verdict(policy, analysis, state), true);
        } catch (BadProfile e) {
            return new Outcome.Unloadable(String.valueOf(e.getMessage()));
        }
    }

    /** What is known, the present answer before an older one; judges only where there is none at all. */
    public Outcome known(InForce policy, StoredObject object) {
        Outcome kept = kept(policy, object);
        return kept instanceof Outcome.Pending ? judge(policy, object) : kept;
    }

    /** What is known, the present answer before an older one; never judges. */
    public Outcome kept(InForce policy, StoredObject object) {
        LoadProfile profile = profiles.of(policy.policy(), object);
        ArchiveState state = archive.current();
        Optional<Analysis> present = analyses.find(object, state, profile);
        return present.or(() -> analyses.latest(object, profile))
                .<Outcome>map(analysis ->
                        new Outcome.Answered(analysis, verdict(policy, analysis, state), present.isPresent()))
                .orElseGet(Outcome.Pending::new);
    }

    /** What was known on a state of the archive. */
    public Outcome on(InForce policy, StoredObject object, long snapshotId) {
        LoadProfile profile = profiles.of(policy.policy(), object);
        ArchiveState state = archive.current();
        return analyses.on(object, snapshotId, profile)
                .<Outcome>map(analysis -> new Outcome.Answered(
                        analysis,
                        verdict(policy, analysis, state),
                        snapshotId == state.snapshot().id()))
                .orElseGet(Outcome.Pending::new);
    }

    private PolicyVerdict verdict(InForce policy, Analysis analysis, ArchiveState state) {
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
    public record InForce(String key, Policy policy, LocalDate today) {}
}
