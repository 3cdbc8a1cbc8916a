package dev.relogrid.matrix.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.engine.verdict.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers in numbers, for lists: what a whole report would say first, without reading it. */
@Service
public class Summaries {
    private static final int MOST_KEPT = 20_000;
    private static final Map<String, Verdict> BY_CODE =
            List.of(Verdict.values()).stream().collect(Collectors.toMap(Verdict::code, Function.identity()));

    private final JdbcClient db;
    /** By the rows of analyses, which never change. */
    private final Cache<Long, Summary> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    public Summaries(JdbcClient db) {
        this.db = db;
    }

    /** By the analyses' rows, with one question to the database. */
    public Map<Long, Summary> of(Collection<Analysis> analyses) {
        return known.getAll(analyses.stream().map(Analysis::id).collect(Collectors.toSet()), this::read);
    }

    private Map<Long, Summary> read(Set<? extends Long> analyses) {
        Map<Long, Map<Verdict, Integer>> counts = new HashMap<>();
        Map<Long, Integer> unanswered = new HashMap<>();
        analyses.forEach(id -> counts.put(id, new EnumMap<>(Verdict.class)));
        db.sql("""
                select a.id, c.ordinal, ac.verdict, count(*) as kernels from analysis a
                cross join lateral unnest(a.class_of) as c(ordinal)
                left join answer_class ac on ac.analysis_id = a.id and ac.ordinal = c.ordinal
                where a.id = any(:ids) group by a.id, c.ordinal, ac.verdict
                """).param("ids", analyses.toArray(Long[]::new)).query(row -> {
            long id = row.getLong("id");
            int kernels = row.getInt("kernels");
            String verdict = row.getString("verdict");
            if (verdict != null) {
                Objects.requireNonNull(counts.get(id), "was asked for")
                        .merge(
                                Objects.requireNonNull(BY_CODE.get(verdict), "a verdict that was written"),
                                kernels,
                                Integer::sum);
            } else if (row.getShort("ordinal") == Grid.UNANSWERED) {
                unanswered.put(id, kernels);
            }
        });
        Map<Long, Summary> summaries = new HashMap<>();
        counts.forEach((id, each) -> summaries.put(id, new Summary(each, unanswered.getOrDefault(id, 0))));
        return summaries;
    }
}
