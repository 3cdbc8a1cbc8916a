package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.queue.NodeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs as rows. Every change of a running one names the attempt it is made by, and changes nothing when another attempt has
 * begun or the run has ended: what a node says that was held for dead no longer counts.
 */
@Component
final class RunRows {
    private static final String COLUMNS = """
            id, kind, state, object_id, snapshot_id, profile_id, engine, kernels, priority, requested_by, created_at,
            started_at, ended_at, node, attempts, done, total, error, analysis_id,
            (select sha256 from object where object.id = run.object_id) as object,
            (select digest from snapshot where snapshot.id = run.snapshot_id) as archive
            """;
    private static final String SELECT = "select " + COLUMNS + " from run ";

    private final JdbcClient jdbc;
    private final String node;

    RunRows(JdbcClient jdbc, NodeName node) {
        this.jdbc = jdbc;
        this.node = node.toString();
    }

    /** A queued run; empty when it is a recheck that there is already. */
    Optional<Run> insert(RunRequest request, long snapshotId, String engine) {
        return jdbc.sql("""
                        insert into run (id, kind, state, object_id, snapshot_id, profile_id, engine, kernels, priority,
                            requested_by, created_at)
                        values (:id, :kind, 'queued', :object, :snapshot, :profile, :engine, :kernels, :priority, :by,
                            clock_timestamp())
                        on conflict do nothing returning\s""" + COLUMNS)
                .param("id", UUID.randomUUID())
                .param("kind", request.kind().code())
                .param("object", request.object().id())
                .param("snapshot", snapshotId)
                .param("profile", request.profile().id())
                .param("engine", engine)
                .param("kernels", String.join("\n", request.kernels()))
                .param("priority", request.priority())
                .param("by", request.requestedBy())
                .query(RunRows::run)
                .optional();
    }

    /** A run that was over before anybody could follow it: its answer was found while whoever asked waited. */
    Run insertDone(RunRequest request, Analysis analysis) {
        return jdbc.sql("""
                        insert into run (id, kind, state, object_id, snapshot_id, profile_id, engine, priority, requested_by,
                            created_at, started_at, ended_at, node, attempts, done, total, analysis_id, ends)
                        select :id, 'check', 'done', :object, :snapshot, :profile, :engine, :priority, :by,
                            now(), now(), now(), :node, 1, cardinality(kernels), cardinality(kernels), :analysis, 1
                        from snapshot where id = :snapshot returning\s""" + COLUMNS)
                .param("id", UUID.randomUUID())
                .param("object", analysis.objectId())
                .param("snapshot", analysis.snapshotId())
                .param("profile", analysis.profileId())
                .param("engine", analysis.engine())
                .param("priority", request.priority())
                .param("by", request.requestedBy())
                .param("node", node)
                .param("analysis", analysis.id())
                .query(RunRows::run)
                .single();
    }

    /** Begins an attempt; empty when the run has ended. Whatever another attempt says from now on does not count. */
    Optional<Run> begin(UUID id) {
        return jdbc.sql("""
                        update run set state = 'running', attempts = attempts + 1, node = :node, done = 0,
                            started_at = coalesce(started_at, clock_timestamp())
                        where id = :id and state in ('queued', 'running') returning\s""" + COLUMNS)
                .param("node", node)
                .param("id", id)
                .query(RunRows::run)
                .optional();
    }

    /** Whether the attempt is the one that counts; the row is locked until the transaction ends then. */
    boolean progress(Run attempt, int done, int total) {
        return jdbc.sql("""
                                update run set done = :done, total = :total
                                where id = :id and state = 'running' and attempts = :attempt""")
                        .param("done", done)
                        .param("total", total)
                        .param("id", attempt.id())
                        .param("attempt", attempt.attempts())
                        .update()
                == 1;
    }

    /** Ends it, if nobody has; whether it was ended now. */
    boolean end(Run attempt, Run.State state, @Nullable Long analysisId, @Nullable String error) {
        return jdbc.sql("""
                                update run set state = :state, ends = ends + 1, ended_at = clock_timestamp(),
                                    analysis_id = :analysis, error = :error
                                where id = :id and state = 'running' and attempts = :attempt""")
                        .param("state", state.code())
                        .param("analysis", analysisId)
                        .param("error", error)
                        .param("id", attempt.id())
                        .param("attempt", attempt.attempts())
                        .update()
                == 1;
    }

    /** Ends it whoever is at it; whether it was ended now. */
    boolean endAnyway(UUID id, Run.State state, @Nullable String error) {
        return jdbc.sql("""
                                update run set state = :state, ends = ends + 1, ended_at = clock_timestamp(), error = :error
                                where id = :id and state in ('queued', 'running')""")
                        .param("state", state.code())
                        .param("error", error)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Back into the queue, for another node or another time. */
    void giveBack(Run attempt) {
        jdbc.sql("update run set state = 'queued' where id = :id and state = 'running' and attempts = :attempt")
                .param("id", attempt.id())
                .param("attempt", attempt.attempts())
                .update();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(RunRows::run)
                .optional();
    }

    /** The run an answer came from; empty when it came from none. */
    Optional<Run> ofAnalysis(long analysisId) {
        return jdbc.sql(SELECT + "where analysis_id = :id order by created_at limit 1")
                .param("id", analysisId)
                .query(RunRows::run)
                .optional();
    }

    /** A check that will give the same answer and has not ended. */
    Optional<Run> pending(RunRequest request, long snapshotId, String engine) {
        return jdbc.sql(SELECT + """
                                where object_id = :object and snapshot_id = :snapshot and profile_id = :profile
                                    and engine = :engine and kind = 'check' and state in ('queued', 'running')
                                order by created_at limit 1""")
                .param("object", request.object().id())
                .param("snapshot", snapshotId)
                .param("profile", request.profile().id())
                .param("engine", engine)
                .query(RunRows::run)
                .optional();
    }

    /** The newest first; see {@link Runs#list}. */
    List<Run> list(RunFilter filter, @Nullable RunPlace after, int limit) {
        return jdbc.sql(SELECT + """
                                where (cast(:object as bigint) is null or object_id = :object)
                                    and (cast(:state as text) is null or state = :state)
                                    and (cast(:kind as text) is null or kind = :kind)
                                    and (cast(:at as timestamptz) is null or (created_at, id) < (:at, cast(:id as uuid)))
                                order by created_at desc, id desc limit :limit""")
                .param("object", filter.objectId())
                .param("state", filter.state() == null ? null : filter.state().code())
                .param("kind", filter.kind() == null ? null : filter.kind().code())
                .param("at", after == null ? null : OffsetDateTime.ofInstant(after.createdAt(), ZoneOffset.UTC))
                .param("id", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query(RunRows::run)
                .list();
    }

    long count(Run.State state) {
        return jdbc.sql("select count(*) from run where state = :state")
                .param("state", state.code())
                .query(Long.class)
                .single();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                Run.Kind.of(row.getString("kind")),
                Run.State.of(row.getString("state")),
                row.getLong("object_id"),
                row.getString("object"),
                row.getLong("snapshot_id"),
                row.getString("archive"),
                row.getLong("profile_id"),
                row.getString("engine"),
                row.getString("kernels").lines().toList(),
                row.getInt("priority"),
                row.getString("requested_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("node"),
                row.getInt("attempts"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("error"),
                row.getObject("analysis_id", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
