package dev.relogrid.matrix.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.policy.Policy;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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

    /** The answers of the archive and the engine as they are now, by the objects' rows; those there are. */
    public Map<Long, Found> present(InForce policy, Collection<StoredObject> all) {
        return found(policy, all, (profile, objects) -> analyses.find(objects, archive.current(), profile));
    }

    /** The same, or else the newest there are. */
    public Map<Long, Found> newest(InForce policy, Collection<StoredObject> all) {
        Map<Long, Found> present = present(policy, all);
        List<StoredObject> others =
                all.stream().filter(each -> !present.containsKey(each.id())).toList();
        if (others.isEmpty()) {
            return present;
        }
        Map<Long, Found> newest = found(policy, others, (profile, objects) -> analyses.latest(objects, profile));
        newest.replaceAll((_, found) -> new Found(found.analysis(), false));
        newest.putAll(present);
        return newest;
    }

    /** The answers on a state of the archive, by the objects' rows; those there are. */
    public Map<Long, Found> on(InForce policy, Collection<StoredObject> all, long snapshotId) {
        Map<Long, Found> found = found(policy, all, (profile, objects) -> analyses.on(objects, snapshotId, profile));
        boolean present = snapshotId == archive.current().snapshot().id();
        found.replaceAll((_, each) -> new Found(each.analysis(), present));
        return found;
    }

    /** Few profiles, so few questions. */
    private Map<Long, Found> found(
            InForce policy,
            Collection<StoredObject> all,
            BiFunction<LoadProfile, List<Long>, List<Analysis>> question) {
        Map<LoadProfile, List<Long>> byProfile = all.stream()
                .collect(Collectors.groupingBy(
                        object -> profiles.of(policy.policy(), object),
                        Collectors.mapping(StoredObject::id, Collectors.toList())));
        Map<Long, Found> found = new HashMap<>();
        byProfile.forEach((profile, objects) -> question.apply(profile, objects)
                .forEach(analysis -> found.put(analysis.objectId(), new Found(analysis, true))));
        return found;
    }

    /** What the policy makes of answers, by their rows. */
    public Map<Long, PolicyVerdict> verdicts(InForce policy, Collection<Analysis> all) {
        ArchiveState state = archive.current();
        Map<Key, Analysis> keys = new LinkedHashMap<>();
        for (Analysis analysis : all) {
            keys.put(new Key(policy.key(), analysis.id(), state.snapshot().id(), policy.today()), analysis);
        }
        Map<Long, PolicyVerdict> verdicts = new HashMap<>();
        kept.getAll(keys.keySet(), missing -> apply(policy, state, keys, missing))
                .forEach((key, verdict) -> verdicts.put(key.analysis(), verdict));
        return verdicts;
    }

    private Map<Key, PolicyVerdict> apply(
            InForce policy, ArchiveState state, Map<Key, Analysis> keys, Set<? extends Key> missing) {
        Map<Key, Analysis> asked = new HashMap<>(keys);
        asked.keySet().retainAll(missing);
        Map<Long, Report> reports = analyses.reports(asked.values());
        Map<Key, PolicyVerdict> verdicts = new HashMap<>();
        asked.forEach((key, analysis) -> {
            Report report = Objects.requireNonNull(reports.get(analysis.id()), "a row that was read");
            verdicts.put(key, policy.policy().apply(report, kernels(report, analysis, state), policy.today()));
        });
        return verdicts;
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
