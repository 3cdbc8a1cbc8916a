package dev.relogrid.matrix.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** All that has changed, in the order in which it was found. */
@Service
public final class Events {
    private static final String SELECT = """
            select e.id, e.at, e.kind, e.why, p.name as project, e.ref, o.sha256, o.name as object_name, e.body::text as body
            from event e join project p on p.id = e.project_id join object o on o.id = e.object_id
            """;
    private static final String OF_PROJECT = " and (cast(:project as text) is null or p.name = :project) ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Deliveries deliveries;
    private final JsonMapper json;

    Events(JdbcClient jdbc, TransactionTemplate transaction, Deliveries deliveries, JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** Makes it known to the feed and the project's webhooks, unless that was done before; whether it was done now. */
    public boolean record(Happening happening) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            Optional<Long> id = insert(happening);
            id.ifPresent(
                    event -> deliveries.begin(event, happening.cause().place().projectId()));
            return id.isPresent();
        }));
    }

    private Optional<Long> insert(Happening happening) {
        Happening.Cause cause = happening.cause();
        return jdbc.sql("""
                        insert into event (at, kind, project_id, ref, object_id, why, body, unique_key)
                        values (clock_timestamp(), :kind, :project, :ref, :object, :why, cast(:body as jsonb), :key)
                        on conflict (unique_key) do nothing returning id""")
                .param("kind", happening.kind().code())
                .param("project", cause.place().projectId())
                .param("ref", cause.place().ref())
                .param("object", cause.after().objectId())
                .param("why", cause.why().code())
                .param("body", json.writeValueAsString(EventBody.of(happening)))
                .param("key", happening.key())
                .query(Long.class)
                .optional();
    }

    /**
     * Those found after one, the oldest first.
     *
     * @param project its name; null for all
     * @param after an event's id, 0 to begin at the beginning
     */
    public List<Event> after(@Nullable String project, long after, int limit) {
        return jdbc.sql(SELECT + "where e.id > :after" + OF_PROJECT + "order by e.id limit :limit")
                .param("after", after)
                .param("project", project)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    /** The newest ones, the newest first. */
    public List<Event> newest(@Nullable String project, int limit) {
        return jdbc.sql(SELECT + "where true" + OF_PROJECT + "order by e.id desc limit :limit")
                .param("project", project)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    Event get(long id) {
        return jdbc.sql(SELECT + "where e.id = :id")
                .param("id", id)
                .query(this::event)
                .single();
    }

    private Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("why"),
                row.getString("project"),
                row.getString("ref"),
                row.getString("sha256"),
                row.getString("object_name"),
                json.readValue(row.getString("body"), EventBody.class));
    }
}
