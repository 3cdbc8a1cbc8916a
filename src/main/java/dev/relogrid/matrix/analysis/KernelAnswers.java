package dev.relogrid.matrix.analysis;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.matrix.kernel.Snapshot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The grid read down a column: what one kernel answers to the objects that are current in some project. Of each object the
 * newest answer on a snapshot counts, under the profile nothing is set in.
 */
@Service
public class KernelAnswers {
    /** Takes :snapshot, :kernel and :profile. The kernel's place is looked for once, not for each object. */
    private static final String ANSWERS = """
            with current as (select distinct object_id from ref_object where until is null),
            place as materialized (
                select array_position(kernels, cast(:kernel as bigint)) as number from snapshot where id = :snapshot
            ),
            newest as (
                select distinct on (a.object_id) a.id, a.object_id, a.class_of[(select number from place)] as class
                from current c
                join analysis a on a.object_id = c.object_id
                where a.snapshot_id = :snapshot and a.profile_id = :profile
                order by a.object_id, a.id desc
            )
            """;

    private final JdbcClient db;

    public KernelAnswers(JdbcClient db) {
        this.db = db;
    }

    /** An object that breaks, and the clause that says why. */
    public record Broken(long objectId, String sha256, String name, String reason) {}

    /** How many objects have each verdict there. */
    public Map<Verdict, Integer> counts(Snapshot snapshot, long kernelId, LoadProfile profile) {
        Map<String, Verdict> byCode = new HashMap<>();
        for (Verdict verdict : Verdict.values()) {
            byCode.put(verdict.code(), verdict);
        }
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        db.sql(ANSWERS + """
                select ac.verdict, count(*) as many from newest n
                join answer_class ac on ac.analysis_id = n.id and ac.ordinal = n.class group by ac.verdict
                """)
                .param("snapshot", snapshot.id())
                .param("kernel", kernelId)
                .param("profile", profile.id())
                .query(row -> {
                    counts.put(byCode.get(row.getString("verdict")), row.getInt("many"));
                });
        return counts;
    }

    /** At most so many of those that break there, with smaller ids than {@code before}, the latest first. */
    public List<Broken> broken(Snapshot snapshot, long kernelId, LoadProfile profile, Part part) {
        return db.sql(ANSWERS + """
                select o.id, o.sha256, o.name, ac.body ->> 'reason' as reason from newest n
                join answer_class ac on ac.analysis_id = n.id and ac.ordinal = n.class
                join object o on o.id = n.object_id
                where ac.verdict = :broken and o.id < :before order by o.id desc limit :limit
                """)
                .param("snapshot", snapshot.id())
                .param("kernel", kernelId)
                .param("profile", profile.id())
                .param("broken", Verdict.BROKEN.code())
                .param("before", part.before())
                .param("limit", part.limit())
                .query((row, number) -> new Broken(
                        row.getLong("id"), row.getString("sha256"), row.getString("name"), row.getString("reason")))
                .list();
    }

    /** Which part of a list. */
    public record Part(long before, int limit) {}
}
