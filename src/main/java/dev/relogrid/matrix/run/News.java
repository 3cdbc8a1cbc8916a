package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analyses;
import dev.relogrid.matrix.analysis.Analysis;
import dev.relogrid.matrix.event.Changes;
import dev.relogrid.matrix.event.Events;
import dev.relogrid.matrix.event.Happening;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** There is an answer about an object: where it took the place of another, what that changed is made known once. */
    public void uploaded(Analysis analysis) {
        for (Stand stand : stands(analysis)) {
            Optional<Analysis> before = stand.before == null ? Optional.empty() : newest(stand.project, stand.before);
            before.filter(earlier -> earlier.objectId() != analysis.objectId()).ifPresent(earlier -> {
                Changes changes = Changes.between(analyses.report(earlier), analyses.report(analysis));
                tell(changes, new Happening.Cause(Happening.Why.UPLOAD, stand.place, state(earlier), state(analysis)));
            });
        }
    }

    private Optional<Analysis> newest(String project, long objectId) {
        StoredObject object = profiles.object(objectId);
        return analyses.latest(object, profiles.of(project, object));
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
        for (Stand stand : stands(analysis)) {
            var cause = new Happening.Cause(why, stand.place, state(earlier), state(analysis));
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

    /** A place where an object is current, and the object that was there before, if any. */
    private record Stand(
            String project, Happening.Place place, @Nullable Long before) {}

    /** Where the object is current and is loaded as the answer has it. */
    private List<Stand> stands(Analysis analysis) {
        StoredObject object = profiles.object(analysis.objectId());
        return jdbc.sql("""
                        select p.name as project, p.id, r.name as ref, o.path, o.id as attached,
                            (select b.object_id from ref_object b
                                where b.ref_id = o.ref_id and b.path = o.path and b.id < o.id order by b.id desc limit 1) as before
                        from ref_object o join project_ref r on r.id = o.ref_id join project p on p.id = r.project_id
                        where o.object_id = :object and o.until is null order by p.name, r.name, o.path
                        """).param("object", object.id()).query(News::stand).list().stream()
                .filter(stand -> profiles.of(stand.project, object).id() == analysis.profileId())
                .toList();
    }

    private static Stand stand(ResultSet row, int number) throws SQLException {
        return new Stand(
                row.getString("project"),
                new Happening.Place(
                        row.getLong("id"), row.getString("ref"), row.getString("path"), row.getLong("attached")),
                row.getObject("before", Long.class));
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
