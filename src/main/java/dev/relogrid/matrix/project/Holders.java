package dev.relogrid.matrix.project;

import dev.relogrid.matrix.object.StoredObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Says where an object is the current one. */
@Service
public class Holders {
    private final JdbcClient db;

    public Holders(JdbcClient db) {
        this.db = db;
    }

    /** At most so many, those attached last first. */
    public List<Holder> of(StoredObject object, int limit) {
        return db.sql("""
                select p.name as project, r.kind, r.name, ro.path, ro.commit_id, ro.since from ref_object ro
                join project_ref r on r.id = ro.ref_id
                join project p on p.id = r.project_id
                where ro.object_id = :object and ro.until is null order by ro.since desc, ro.id desc limit :limit
                """)
                .param("object", object.id())
                .param("limit", limit)
                .query(Holders::row)
                .list();
    }

    private static Holder row(ResultSet row, int number) throws SQLException {
        return new Holder(
                row.getString("project"),
                new RefName(
                        RefName.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("name")),
                row.getString("path"),
                row.getString("commit_id"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
