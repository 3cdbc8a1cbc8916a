package dev.relogrid.matrix.access;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The record of writes: only ever added to. */
@Service
public class Audit {
    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry, dated now. */
    public void add(String actor, String action, String target, String outcome, @Nullable String address) {
        jdbc.sql("insert into audit (at, actor, action, target, outcome, address) values (?, ?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(ZoneOffset.UTC), actor, action, target, outcome)
                .param(address)
                .update();
    }

    /**
     * Entries, newest first.
     *
     * @param before only entries with a smaller id
     * @param limit at most so many
     */
    public List<AuditEntry> list(long before, int limit) {
        return jdbc.sql("""
                        select id, at, actor, action, target, outcome, address from audit
                        where id < ? order by id desc limit ?""")
                .params(before, limit)
                .query((row, _) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getString("outcome"),
                        row.getString("address")))
                .list();
    }
}
