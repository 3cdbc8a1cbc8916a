package dev.relogrid.matrix.analysis;

import dev.relogrid.matrix.kernel.Snapshot;
import dev.relogrid.matrix.kernel.Snapshots;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import dev.relogrid.report.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The grid in the database: per analysis one array with a small number for each kernel of the snapshot, and one row for
 * each number. Hundreds of kernels give a handful of different answers, so a thousand objects are a few megabytes
 * (docs/decisions/0017).
 */
@Service
class Grid {
    /** The object is not meant for the kernel's machine. */
    static final short ASIDE = -1;
    /** The kernel could not be read. */
    static final short UNANSWERED = -2;

    private static final String FIELDS = "id, object_id, snapshot_id, engine, profile_id, done_at, micros";
    private static final String COLUMNS = "select " + FIELDS + " from analysis ";
    /** One for each object. */
    private static final String NEWEST = "select distinct on (object_id) " + FIELDS + " from analysis ";

    private final JdbcClient db;
    private final Snapshots snapshots;
    private final JsonMapper json;

    Grid(JdbcClient db, Snapshots snapshots, JsonMapper json) {
        this.db = db;
        this.snapshots = snapshots;
        this.json = json;
    }

    List<Analysis> find(Collection<Long> objects, long snapshotId, String engine, long profileId) {
        return db.sql(COLUMNS + """
                where object_id = any(:objects)
                  and snapshot_id = :snapshot and engine = :engine and profile_id = :profile
                """)
                .param("objects", objects.toArray(Long[]::new))
                .param("snapshot", snapshotId)
                .param("engine", engine)
                .param("profile", profileId)
                .query(Grid::row)
                .list();
    }

    List<Analysis> on(Collection<Long> objects, long snapshotId, long profileId) {
        return db.sql(NEWEST + """
                where object_id = any(:objects) and snapshot_id = :snapshot and profile_id = :profile
                order by object_id, id desc
                """)
                .param("objects", objects.toArray(Long[]::new))
                .param("snapshot", snapshotId)
                .param("profile", profileId)
                .query(Grid::row)
                .list();
    }

    List<Analysis> latest(Collection<Long> objects, long profileId) {
        return db.sql(NEWEST + """
                where object_id = any(:objects) and profile_id = :profile order by object_id, id desc
                """)
                .param("objects", objects.toArray(Long[]::new))
                .param("profile", profileId)
                .query(Grid::row)
                .list();
    }

    Analysis get(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Grid::row)
                .single();
    }

    /** All of an answer or nothing of it. */
    @Transactional
    public Analysis put(long objectId, Snapshot snapshot, long profileId, Report report, long micros) {
        Optional<Long> id = db.sql("""
                insert into analysis
                  (object_id, snapshot_id, engine, profile_id, done_at, micros, subject, class_of)
                values (:object, :snapshot, :engine, :profile, now(), :micros, cast(:subject as jsonb), :classes)
                on conflict (object_id, snapshot_id, engine, profile_id) do nothing returning id
                """)
                .param("object", objectId)
                .param("snapshot", snapshot.id())
                .param("engine", EngineVersion.text())
                .param("profile", profileId)
                .param("micros", micros)
                .param("subject", json.writeValueAsString(report.subject()))
                .param("classes", classes(report, snapshots.names(snapshot.id())))
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return find(List.of(objectId), snapshot.id(), EngineVersion.text(), profileId)
                    .getFirst();
        }
        putClasses(id.get(), report.classes());
        putCauses(id.get(), report.causes());
        return get(id.get());
    }

    private static Short[] classes(Report report, List<String> names) {
        Map<String, Short> byName = new HashMap<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            byName.put(report.kernels().get(i), (short) report.classOf()[i]);
        }
        Set<String> aside = new HashSet<>(report.otherByteOrder());
        return names.stream()
                .map(name -> byName.getOrDefault(name, aside.contains(name) ? ASIDE : UNANSWERED))
                .toArray(Short[]::new);
    }

    private void putClasses(long analysis, List<AnswerClass> classes) {
        Integer[] ordinals = new Integer[classes.size()];
        String[] verdicts = new String[ordinals.length];
        String[] programs = new String[ordinals.length];
        String[] bodies = new String[ordinals.length];
        for (int i = 0; i < ordinals.length; i++) {
            AnswerClass answer = classes.get(i);
            ordinals[i] = i;
            verdicts[i] = answer.verdict().code();
            programs[i] = Letters.of(answer.programs());
            bodies[i] = json.writeValueAsString(answer);
        }
        db.sql("""
                insert into answer_class (analysis_id, ordinal, verdict, programs, body)
                select :analysis, o, v, p, cast(b as jsonb)
                from unnest(:ordinals, :verdicts, :programs, :bodies) as u(o, v, p, b)
                """)
                .param("analysis", analysis)
                .param("ordinals", ordinals)
                .param("verdicts", verdicts)
                .param("programs", programs)
                .param("bodies", bodies)
                .update();
    }

    private void putCauses(long analysis, List<CauseCard> causes) {
        Integer[] ordinals = new Integer[causes.size()];
        String[] codes = new String[ordinals.length];
        String[] effects = new String[ordinals.length];
        String[] bodies = new String[ordinals.length];
        for (int i = 0; i < ordinals.length; i++) {
            CauseCard cause = causes.get(i);
            ordinals[i] = i;
            codes[i] = cause.code().name();
            effects[i] = cause.effect().word();
            bodies[i] = json.writeValueAsString(cause);
        }
        db.sql("""
                insert into cause (analysis_id, ordinal, code, effect, body)
                select :analysis, o, c, e, cast(b as jsonb)
                from unnest(:ordinals, :codes, :effects, :bodies) as u(o, c, e, b)
                """)
                .param("analysis", analysis)
                .param("ordinals", ordinals)
                .param("codes", codes)
                .param("effects", effects)
                .param("bodies", bodies)
                .update();
    }

    /** By the analyses' rows. */
    @Transactional(readOnly = true)
    public Map<Long, Report> reports(Collection<Analysis> analyses) {
        Map<Long, Long> snapshotOf = new HashMap<>();
        analyses.forEach(analysis -> snapshotOf.put(analysis.id(), analysis.snapshotId()));
        Long[] ids = snapshotOf.keySet().toArray(Long[]::new);
        Map<Long, List<AnswerClass>> classes = bodies("answer_class", ids, AnswerClass.class);
        Map<Long, List<CauseCard>> causes = bodies("cause", ids, CauseCard.class);
        Map<Long, Report> reports = new HashMap<>();
        db.sql("select id, subject::text, class_of from analysis where id = any(:ids)")
                .param("ids", ids)
                .query(row -> {
                    long id = row.getLong(1);
                    reports.put(
                            id,
                            report(
                                    json.readValue(row.getString(2), Subject.class),
                                    snapshots.names(Objects.requireNonNull(snapshotOf.get(id), "was asked for")),
                                    (Short[]) row.getArray(3).getArray(),
                                    classes.getOrDefault(id, List.of()),
                                    causes.getOrDefault(id, List.of())));
                });
        return reports;
    }

    private <T> Map<Long, List<T>> bodies(String table, Long[] analyses, Class<T> type) {
        Map<Long, List<T>> bodies = new HashMap<>();
        db.sql("select analysis_id, body::text from " + table
                        + " where analysis_id = any(:ids) order by analysis_id, ordinal")
                .param("ids", analyses)
                .query(row -> {
                    bodies.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(json.readValue(row.getString(2), type));
                });
        return bodies;
    }

    private static Report report(
            Subject subject, List<String> names, Short[] classOf, List<AnswerClass> classes, List<CauseCard> causes) {
        List<String> kernels = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        int[] classOfKernel = new int[classOf.length];
        for (int i = 0; i < classOf.length; i++) {
            switch (classOf[i]) {
                case ASIDE -> aside.add(names.get(i));
                case UNANSWERED -> unanswered.add(names.get(i));
                default -> {
                    classOfKernel[kernels.size()] = classOf[i];
                    kernels.add(names.get(i));
                }
            }
        }
        int[] exact = Arrays.copyOf(classOfKernel, kernels.size());
        return new Report(subject, kernels, exact, classes, causes, aside, unanswered);
    }

    private static Analysis row(ResultSet row, int number) throws SQLException {
        return new Analysis(
                row.getLong("id"),
                row.getLong("object_id"),
                row.getLong("snapshot_id"),
                row.getString("engine"),
                row.getLong("profile_id"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getLong("micros"));
    }
}
