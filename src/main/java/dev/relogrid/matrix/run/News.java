package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.event.Changes;
import dev.relogrid.matrix.event.Events;
import dev.relogrid.matrix.event.Happening;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Holds an answer against the one before it, and makes known what broke and what was fixed. */
@Service
public final class News {
    private final Analyses analyses;
    private final Events events;
    private final ProjectProfiles profiles;
    private final JdbcClient jdbc;

    News(Analyses analyses, Events events, ProjectProfiles profiles, JdbcClient jdbc) {
        this.analyses = analyses;
        this.events = events;
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    /**
     * An object has taken the place of another.
     *
     * @param before the newest answer about the one before
     * @param after the answer about the one that is there now
     */
    public void replaced(Happening.Place place, Analysis before, Analysis after) {
        if (before.objectId() != after.objectId()) {
            Changes changes = Changes.between(analyses.report(before), analyses.report(after));
            tell(changes, new Happening.Cause(Happening.Why.UPLOAD, place, state(before), state(after)));
        }
    }

    private void tell(Changes changes, Happening.Cause cause) {
        for (Happening happening : Happening.of(changes, cause)) {
            boolean _ = events.record(happening);
        }
    }

    /** An object was judged anew; says nothing when it never was before. */
    void rejudged(Analysis analysis, Report report) {
        Optional<Long> before = before(analysis);
        if (before.isEmpty()) {
            return;
        }
        Analysis earlier = analyses.get(before.get());
        Changes changes = Changes.between(analyses.report(earlier), report);
        Happening.Why why = earlier.engine().equals(analysis.engine()) ? Happening.Why.ARCHIVE : Happening.Why.ENGINE;
        for (Happening.Place place : places(analysis)) {
            var cause = new Happening.Cause(why, place, state(earlier), state(analysis));
            tell(changes, cause);
        }
    }

    private Optional<Long> before(Analysis analysis) {
        return jdbc.sql("""
                        select id from analysis where object_id = :object and profile_id = :profile and id < :id
                        order by id desc limit 1""")
                .param("object", analysis.objectId())
                .param("profile", analysis.profileId())
                .param("id", analysis.id())
                .query(Long.class)
                .optional();
    }

    /** Where the object is current and is loaded as the answer has it. */
    private List<Happening.Place> places(Analysis analysis) {
        StoredObject object = profiles.object(analysis.objectId());
        List<Happening.Place> places = new ArrayList<>();
        jdbc.sql("""
                select p.name as project, p.id, r.name as ref, o.path
                from ref_object o join project_ref r on r.id = o.ref_id join project p on p.id = r.project_id
                where o.object_id = :object and o.until is null order by p.name, r.name, o.path
                """).param("object", object.id()).query(row -> {
            if (profiles.of(row.getString("project"), object).id() == analysis.profileId()) {
                places.add(new Happening.Place(row.getLong("id"), row.getString("ref"), row.getString("path")));
            }
        });
        return places;
    }

    private Happening.State state(Analysis analysis) {
        return jdbc.sql("""
                        select o.id as object_id, o.sha256 as object, s.digest as archive, a.engine
                        from analysis a join object o on o.id = a.object_id join snapshot s on s.id = a.snapshot_id
                        where a.id = :id""")
                .param("id", analysis.id())
                .query(Happening.State.class)
                .single();
    }
}
