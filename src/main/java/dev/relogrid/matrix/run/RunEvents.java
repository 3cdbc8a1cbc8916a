package dev.relogrid.matrix.run;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What happens in runs, in order. Whoever adds something holds the run's row, so that two never get one number. */
@Component
final class RunEvents {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RunEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void cell(UUID run, RunEvent.AnsweredCell cell) {
        add(run, "cell", cell);
    }

    void cell(UUID run, RunEvent.BootedCell cell) {
        add(run, "cell", cell);
    }

    void progress(UUID run, int done, int total) {
        add(run, "progress", new RunEvent.Progress(done, total));
    }

    void done(UUID run, Run.State state, @Nullable Long analysisId, @Nullable String error) {
        add(run, "done", new RunEvent.Done(state.code(), analysisId == null ? null : analysisId.toString(), error));
    }

    private void add(UUID run, String kind, Object body) {
        jdbc.sql("""
                        insert into run_event (run_id, seq, kind, at, body)
                        select :run, coalesce(max(seq), 0) + 1, :kind, clock_timestamp(), cast(:body as jsonb)
                        from run_event where run_id = :run""")
                .param("run", run)
                .param("kind", kind)
                .param("body", json.writeValueAsString(body))
                .update();
    }

    List<RunEvent> after(UUID run, int seq, int limit) {
        return jdbc.sql("""
                        select seq, kind, at, body::text as body from run_event where run_id = :run and seq > :seq
                        order by seq limit :limit""")
                .param("run", run)
                .param("seq", seq)
                .param("limit", limit)
                .query((row, number) -> new RunEvent(
                        row.getInt("seq"),
                        row.getString("kind"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("body")))
                .list();
    }
}
