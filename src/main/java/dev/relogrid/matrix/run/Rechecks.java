package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.kernel.Snapshot;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Has every object that is current anywhere judged anew when the archive or the engine is another one than the one that
 * judged it: each once, however many nodes ask.
 */
@Service
public final class Rechecks {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);
    private static final String BY = "relogrid";

    private final RunInput input;
    private final Queueing queueing;
    private final JdbcClient jdbc;

    Rechecks(RunInput input, Queueing queueing, JdbcClient jdbc) {
        this.input = input;
        this.queueing = queueing;
        this.jdbc = jdbc;
    }

    /**
     * Queues what is to be judged anew on that state of the archive.
     *
     * @return how many were queued now
     */
    public int queue(Snapshot snapshot) {
        LoadProfile profile = input.profiles().standard();
        int queued = 0;
        for (long object : outdated(snapshot, profile)) {
            RunRequest request = new RunRequest(
                    Run.Kind.RECHECK, input.objects().get(object), profile, List.of(), RunRequest.RECHECK, BY);
            Optional<Run> run = queueing.add(request, snapshot.id());
            queued += run.isPresent() ? 1 : 0;
        }
        if (queued > 0) {
            LOG.info(
                    "{} objects are judged anew on snapshot {}",
                    queued,
                    snapshot.digest().substring(0, 12));
        }
        return queued;
    }

    /** Those that were never judged, or at some time on another archive or by another engine, and not yet anew. */
    private List<Long> outdated(Snapshot snapshot, LoadProfile profile) {
        return jdbc.sql("""
                        select distinct o.object_id from ref_object o
                        where o.until is null
                            and (not exists (select 1 from analysis a
                                    where a.object_id = o.object_id and a.profile_id = :profile)
                                or exists (select 1 from analysis a
                                    where a.object_id = o.object_id and a.profile_id = :profile
                                        and (a.snapshot_id <> :snapshot or a.engine <> :engine)))
                            and not exists (select 1 from run r
                                where r.object_id = o.object_id and r.kind = 'recheck' and r.profile_id = :profile
                                    and r.snapshot_id = :snapshot and r.engine = :engine)
                        order by o.object_id""")
                .param("profile", profile.id())
                .param("snapshot", snapshot.id())
                .param("engine", EngineVersion.text())
                .query(Long.class)
                .list();
    }
}
