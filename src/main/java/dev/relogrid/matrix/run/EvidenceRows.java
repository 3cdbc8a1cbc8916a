package dev.relogrid.matrix.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What booted kernels said, as rows. */
@Component
public final class EvidenceRows {
    private final JdbcClient jdbc;

    EvidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Kernels a run has an answer of, from an attempt before. */
    Set<String> answered(Run run) {
        return Set.copyOf(jdbc.sql(
                        "select distinct k.name from evidence e join kernel k on k.id = e.kernel_id where e.run_id = :run")
                .param("run", run.id())
                .query(String.class)
                .list());
    }

    void add(Run run, RunEvent.BootedCell cell) {
        jdbc.sql("""
                        insert into evidence (object_id, kernel_id, run_id, booted_at, program, outcome, detail, predicted,
                            agrees)
                        select :object, id, :run, now(), :program, :outcome, :detail, :predicted, :agrees
                        from kernel where name = :kernel on conflict do nothing""")
                .param("object", run.objectId())
                .param("run", run.id())
                .param("program", cell.program())
                .param("outcome", cell.outcome())
                .param("detail", cell.detail())
                .param("predicted", cell.predicted())
                .param("agrees", cell.agrees())
                .param("kernel", cell.kernel())
                .update();
    }

    /**
     * The newest of each kernel and program, in the order of their names.
     *
     * @param objectId the object's row
     * @param kernel one kernel's id; null for all
     */
    public List<KernelEvidence> of(long objectId, @Nullable String kernel) {
        return jdbc.sql("""
                        select distinct on (k.name, e.program) k.name, e.program, e.booted_at, e.outcome, e.detail,
                            e.predicted, e.agrees, e.run_id
                        from evidence e join kernel k on k.id = e.kernel_id
                        where e.object_id = :object and (cast(:kernel as text) is null or k.name = :kernel)
                        order by k.name, e.program, e.booted_at desc""")
                .param("object", objectId)
                .param("kernel", kernel)
                .query(EvidenceRows::evidence)
                .list();
    }

    private static KernelEvidence evidence(ResultSet row, int number) throws SQLException {
        return new KernelEvidence(
                row.getString("name"),
                row.getString("program"),
                row.getObject("booted_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("predicted"),
                row.getObject("agrees", Boolean.class),
                row.getObject("run_id", UUID.class));
    }
}
