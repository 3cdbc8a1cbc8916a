package dev.relogrid.matrix.sample;

import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Attachment;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the project {@code sample} when a database is first used: a probe whose tag {@code v1} reads a field that was renamed
 * twice, and whose branch {@code main} has learnt it; {@code stories} has objects that fail for other reasons. Whoever removes
 * it is not given it again.
 */
@Component
@ConditionalOnProperty(name = "relogrid.sample", matchIfMissing = true)
class SampleProject {
    private static final Logger LOG = LoggerFactory.getLogger(SampleProject.class);
    private static final String NAME = "sample";
    private static final String PROBE = "probe.bpf.o";

    /** What each ref has: paths, and the files that lie under them. */
    private static final Map<String, Map<String, String>> REFS = new LinkedHashMap<>();

    static {
        REFS.put("refs/tags/v1", Map.of(PROBE, "ctime.bpf.o"));
        REFS.put("main", Map.of(PROBE, "ctime_fixed.bpf.o", "quiet.bpf.o", "no_relos.bpf.o"));
        REFS.put(
                "stories",
                Map.of(
                        "task_state.bpf.o", "task_state.bpf.o",
                        "flavor_typo.bpf.o", "flavor_typo.bpf.o",
                        "no_btf.bpf.o", "no_btf.bpf.o"));
    }

    private final JdbcClient db;
    private final Objects objects;
    private final Projects projects;
    private final Analyses analyses;
    private final LoadProfiles profiles;
    private final KernelArchive archive;

    SampleProject(
            JdbcClient db,
            Objects objects,
            Projects projects,
            Analyses analyses,
            LoadProfiles profiles,
            KernelArchive archive) {
        this.db = db;
        this.objects = objects;
        this.projects = projects;
        this.analyses = analyses;
        this.profiles = profiles;
        this.archive = archive;
    }

    /** A service without its sample is a service all the same. */
    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (!isFirst()) {
            return;
        }
        try {
            Project project = projects.getOrCreate(NAME).project();
            for (Map.Entry<String, Map<String, String>> ref : REFS.entrySet()) {
                for (Map.Entry<String, String> entry : ref.getValue().entrySet()) {
                    attach(project, RefName.of(ref.getKey()), entry.getKey(), entry.getValue());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the sample project could not be made: {}", e.toString());
        }
    }

    /** Of several nodes that start at once, one is. */
    private boolean isFirst() {
        return db.sql("insert into setting (name, value) values ('sample', 'made') on conflict do nothing")
                        .update()
                == 1;
    }

    private void attach(Project project, RefName ref, String path, String file) throws IOException {
        StoredObject object = objects.put(SampleFile.bytes(file), file).object();
        projects.attach(project, new Attachment(ref, path, object.id(), null));
        analyses.judge(object, archive.current(), profiles.standard());
    }
}
