package dev.relogrid.matrix.object;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds the few objects that are worth a look for who uses something of the kernel. */
@Service
public class Mentions {
    private final JdbcClient db;
    private final Objects objects;

    public Mentions(JdbcClient db, Objects objects) {
        this.db = db;
        this.objects = objects;
    }

    /**
     * What is looked for.
     *
     * @param name of a type, member, enumerator, function, helper or option
     * @param project only objects that are current in it; empty for all objects
     */
    public record Wanted(String name, String project) {}

    /**
     * At most so many objects with smaller ids than {@code before} in which something of that name is used, the latest
     * first; more may be given than really use it.
     */
    public List<StoredObject> of(Wanted wanted, long before, int limit) {
        if (wanted.project().isEmpty()) {
            return objects.mentioning(wanted.name(), before, limit);
        }
        List<Long> ids = db.sql("""
                select distinct u.object_id from object_use u
                join ref_object ro on ro.object_id = u.object_id and ro.until is null
                join project_ref r on r.id = ro.ref_id
                join project p on p.id = r.project_id
                where u.name = :name and p.name = :project and u.object_id < :before
                order by u.object_id desc limit :limit
                """)
                .param("name", wanted.name())
                .param("project", wanted.project())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
        return objects.all(ids);
    }
}
