package dev.relogrid.matrix.analysis;

import dev.relogrid.matrix.object.StoredObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads what booted kernels said, which stands beside what the engine says and never instead of it. */
@Service
public class BootedEvidence {
    private final JdbcClient db;

    public BootedEvidence(JdbcClient db) {
        this.db = db;
    }

    /** What each kernel said last of each program, by kernel and program. */
    public List<Booted> of(StoredObject object) {
        return db.sql("""
                select distinct on (k.name, e.program) k.name as kernel, e.*
                from evidence e join kernel k on k.id = e.kernel_id
                where e.object_id = :object order by k.name, e.program, e.booted_at desc
                """)
                .param("object", object.id())
                .query(BootedEvidence::row)
                .list();
    }

    /** Another number whenever something was added about the object; 0 while there is nothing. */
    public long version(StoredObject object) {
        return db.sql("select coalesce(max(id), 0) from evidence where object_id = :object")
                .param("object", object.id())
                .query(Long.class)
                .single();
    }

    private static Booted row(ResultSet row, int number) throws SQLException {
        return new Booted(
                row.getString("kernel"),
                row.getString("program"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("predicted"),
                row.getObject("agrees", Boolean.class),
                row.getObject("booted_at", OffsetDateTime.class).toInstant());
    }
}
