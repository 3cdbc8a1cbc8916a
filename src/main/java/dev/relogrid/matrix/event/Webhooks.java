package dev.relogrid.matrix.event;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The webhooks of projects. */
@Service
public final class Webhooks {
    private static final String SELECT =
            "select w.id, p.name, w.url, w.active, w.created_at from webhook w join project p on p.id = w.project_id ";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final SecureRandom random = new SecureRandom();

    Webhooks(JdbcClient jdbc, Deliveries deliveries, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /**
     * One that was just made.
     *
     * @param secret what its messages are signed with; shown this once
     */
    public record Made(Webhook webhook, String secret) {}

    /**
     * Adds one.
     *
     * @param secret to sign with; null for a random one
     * @return empty when there is no such project
     * @throws WebhookProblem when the URL is none that may be told
     */
    public Optional<Made> add(String project, String url, @Nullable String secret) {
        check(url);
        String signing = secret == null || secret.isEmpty() ? randomSecret() : secret;
        Optional<Long> id = jdbc.sql("""
                        insert into webhook (project_id, url, secret, created_at)
                        select id, :url, :secret, clock_timestamp() from project where name = :project returning id""")
                .param("url", url)
                .param("secret", signing)
                .param("project", project)
                .query(Long.class)
                .optional();
        return id.flatMap(made -> find(project, made)).map(webhook -> new Made(webhook, signing));
    }

    /** Hosts are looked up now too, so that whoever names one learns at once that it will never be told. */
    private void check(String url) {
        var _ = Destination.of(url).resolve(settings.allowPrivate());
    }

    private String randomSecret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Empty when there is no such project. */
    public Optional<List<Webhook>> list(String project) {
        boolean known = !jdbc.sql("select 1 from project where name = :name")
                .param("name", project)
                .query(Integer.class)
                .list()
                .isEmpty();
        return known
                ? Optional.of(jdbc.sql(SELECT + "where p.name = :project order by w.id")
                        .param("project", project)
                        .query(Webhooks::webhook)
                        .list())
                : Optional.empty();
    }

    public Optional<Webhook> find(String project, long id) {
        return jdbc.sql(SELECT + "where p.name = :project and w.id = :id")
                .param("project", project)
                .param("id", id)
                .query(Webhooks::webhook)
                .optional();
    }

    /**
     * Changes its address, or whether it is told; null leaves as it is.
     *
     * @throws WebhookProblem when the URL is none that may be told
     */
    public Optional<Webhook> change(String project, long id, @Nullable String url, @Nullable Boolean active) {
        if (url != null) {
            check(url);
        }
        jdbc.sql("""
                        update webhook w set url = coalesce(cast(:url as text), w.url),
                            active = coalesce(cast(:active as boolean), w.active)
                        from project p where p.id = w.project_id and p.name = :project and w.id = :id""")
                .param("url", url)
                .param("active", active)
                .param("project", project)
                .param("id", id)
                .update();
        return find(project, id);
    }

    /** Whether there was one. */
    public boolean remove(String project, long id) {
        return jdbc.sql(
                                "delete from webhook w using project p where p.id = w.project_id and p.name = :project and w.id = :id")
                        .param("project", project)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What it was and is to be told, the newest first; {@code before} is the id of the last one seen, or null. */
    public List<Delivery> deliveries(
            Webhook webhook, Delivery.@Nullable State state, @Nullable Long before, int limit) {
        return deliveries.list(webhook.id(), state, before, limit);
    }

    /** Tells anew what was given up; whether there was such a delivery. */
    public boolean redeliver(Webhook webhook, long delivery) {
        return deliveries.again(webhook.id(), delivery);
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("name"),
                row.getString("url"),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
