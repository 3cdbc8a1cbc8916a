package dev.relogrid.matrix.event;

import dev.relogrid.matrix.queue.Queue;
import dev.relogrid.matrix.queue.Queues;
import dev.relogrid.matrix.queue.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which events which webhooks have been told, are to be told, and could not be told. */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
final class Deliveries {
    static final Queue QUEUE = new Queue("scheduled_deliveries", Role.MATRIX);
    private static final int PRIORITY = 50;

    private final JdbcClient jdbc;
    private final Queues queues;
    private final TransactionTemplate transaction;

    Deliveries(JdbcClient jdbc, Queues queues, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.transaction = transaction;
    }

    /** What is to be sent where. */
    record Letter(long eventId, String url, String secret, boolean active) {}

    /** Has all of a project's webhooks told; in the transaction that recorded the event. */
    void begin(long eventId, long projectId) {
        jdbc.sql("""
                        insert into delivery (webhook_id, event_id, state, changed_at)
                        select id, :event, 'waiting', clock_timestamp() from webhook where project_id = :project and active
                        on conflict do nothing returning id""")
                .param("event", eventId)
                .param("project", projectId)
                .query(Long.class)
                .list()
                .forEach(this::enqueue);
    }

    private void enqueue(long id) {
        queues.add(QUEUE, Long.toString(id), PRIORITY, Duration.ZERO);
    }

    /** What there is to send, when it is still to be sent. */
    Optional<Letter> waiting(long id) {
        return jdbc.sql("""
                        select d.event_id, w.url, w.secret, w.active from delivery d join webhook w on w.id = d.webhook_id
                        where d.id = :id and d.state = 'waiting'""").param("id", id).query(Letter.class).optional();
    }

    void delivered(long id, int status) {
        update(id, Delivery.State.DELIVERED, status, null);
    }

    /** An attempt failed; others follow. */
    void failed(long id, @Nullable Integer status, String error) {
        update(id, Delivery.State.WAITING, status, error);
    }

    private void update(long id, Delivery.State state, @Nullable Integer status, @Nullable String error) {
        jdbc.sql("""
                        update delivery set state = :state, attempts = attempts + 1, changed_at = clock_timestamp(),
                            last_status = :status, last_error = :error where id = :id and state = 'waiting'""")
                .param("state", state.code())
                .param("status", status)
                .param("error", error)
                .param("id", id)
                .update();
    }

    void dead(long id) {
        jdbc.sql(
                        "update delivery set state = 'dead', changed_at = clock_timestamp() where id = :id and state = 'waiting'")
                .param("id", id)
                .update();
    }

    /** A webhook's deliveries, the newest first; {@code before} is the id of the last one seen, or null. */
    List<Delivery> list(long webhookId, Delivery.@Nullable State state, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select id, event_id, state, attempts, changed_at, last_status, last_error from delivery
                        where webhook_id = :webhook and (cast(:state as text) is null or state = :state)
                            and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :limit""")
                .param("webhook", webhookId)
                .param("state", state == null ? null : state.code())
                .param("before", before)
                .param("limit", limit)
                .query(Deliveries::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("event_id"),
                Delivery.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_status", Integer.class),
                row.getString("last_error"));
    }

    /** Begins one anew that was given up; whether there was such a one. */
    boolean again(long webhookId, long id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            int changed =
                    jdbc.sql("""
                            update delivery set state = 'waiting', attempts = 0, changed_at = clock_timestamp()
                            where id = :id and webhook_id = :webhook and state = 'dead'""").param("id", id).param("webhook", webhookId).update();
            if (changed == 1) {
                enqueue(id);
            }
            return changed == 1;
        }));
    }

    /** How many there are in a state. */
    long count(Delivery.State state) {
        return jdbc.sql("select count(*) from delivery where state = :state")
                .param("state", state.code())
                .query(Long.class)
                .single();
    }
}
