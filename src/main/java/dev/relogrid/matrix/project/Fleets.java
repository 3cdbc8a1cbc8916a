package dev.relogrid.matrix.project;

import dev.relogrid.policy.Fleet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many machines of a project run which kernel. */
@Service
public class Fleets {
    private final JdbcClient db;

    Fleets(JdbcClient db) {
        this.db = db;
    }

    /** The most machines first; {@link Fleet#NONE} when none was uploaded. */
    public Fleet get(Project project) {
        Map<String, Long> nodes = new LinkedHashMap<>();
        db.sql("select kernel, nodes from fleet where project_id = :project order by nodes desc, kernel")
                .param("project", project.id())
                .query(row -> {
                    nodes.put(row.getString("kernel"), row.getLong("nodes"));
                });
        return nodes.isEmpty() ? Fleet.NONE : new Fleet(nodes);
    }

    /** In the place of the one before; of several who do so at once one whole fleet stays. */
    @Transactional
    public void set(Project project, Fleet fleet) {
        db.sql("select id from project where id = :project for update")
                .param("project", project.id())
                .query(Long.class)
                .single();
        db.sql("delete from fleet where project_id = :project")
                .param("project", project.id())
                .update();
        db.sql("insert into fleet (project_id, kernel, nodes) select :project, * from unnest(:kernels, :nodes)")
                .param("project", project.id())
                .param("kernels", fleet.nodes().keySet().toArray(String[]::new))
                .param("nodes", fleet.nodes().values().toArray(Long[]::new))
                .update();
    }
}
