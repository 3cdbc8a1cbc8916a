package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.kernel.Snapshot;
import dev.relogrid.matrix.object.StoredObject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Has every object that is current anywhere judged anew, as its projects load it, when the archive or the engine is another
 * one than the one that judged it: each once, however many nodes ask.
 */
@Service
public final class Rechecks {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);
    private static final String BY = "relogrid";

    private final ProjectProfiles profiles;
    private final Queueing queueing;
    private final JdbcClient jdbc;

    Rechecks(ProjectProfiles profiles, Queueing queueing, JdbcClient jdbc) {
        this.profiles = profiles;
        this.queueing = queueing;
        this.jdbc = jdbc;
    }

    private record Current(long objectId, String project) {}

    /**
     * Queues what is to be judged anew on that state of the archive.
     *
     * @return how many were queued now
     */
    public int queue(Snapshot snapshot) {
        int queued = 0;
        for (Current current : current()) {
            StoredObject object = profiles.object(current.objectId);
            LoadProfile profile = profiles.of(current.project, object);
            if (isOutdated(object, profile, snapshot)) {
                var request = new RunRequest(Run.Kind.RECHECK, object, profile, List.of(), RunRequest.RECHECK, BY);
                queued += queueing.add(request, snapshot.id()).isPresent() ? 1 : 0;
            }
        }
        if (queued > 0) {
            LOG.info(
                    "{} objects are judged anew on snapshot {}",
                    queued,
                    snapshot.digest().substring(0, 12));
        }
        return queued;
    }

    private List<Current> current() {
        return jdbc.sql("""
                select distinct o.object_id, p.name as project
                from ref_object o join project_ref r on r.id = o.ref_id join project p on p.id = r.project_id
                where o.until is null order by o.object_id, p.name
                """)
                .query((row, number) -> new Current(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Never judged, or at some time on another archive or by another engine; and not queued to be judged anew before. */
    private boolean isOutdated(StoredObject object, LoadProfile profile, Snapshot snapshot) {
        return jdbc.sql("""
                select (count(*) = 0 or bool_or(a.snapshot_id <> :snapshot or a.engine <> :engine))
                    and not exists (select 1 from run r
                        where r.object_id = :object and r.kind = 'recheck' and r.profile_id = :profile
                            and r.snapshot_id = :snapshot and r.engine = :engine)
                from analysis a where a.object_id = :object and a.profile_id = :profile
                """)
                .param("snapshot", snapshot.id())
                .param("engine", EngineVersion.text())
                .param("object", object.id())
                .param("profile", profile.id())
                .query(Boolean.class)
                .single();
    }
}
