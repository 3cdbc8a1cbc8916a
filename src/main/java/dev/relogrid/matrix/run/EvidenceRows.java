package dev.relogrid.matrix.run;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What booted kernels said, as rows. */
@Component
final class EvidenceRows {
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
}
