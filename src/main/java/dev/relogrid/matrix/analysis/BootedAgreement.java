package dev.relogrid.matrix.analysis;

import dev.relogrid.vm.agreement.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How often verdicts and booted kernels agree, over all that is kept. Of each program on each kernel only the last boot
 * counts, with the verdict it was held against then; what a boot says of no program (it could not be booted or opened) is
 * left out.
 */
@Service
public class BootedAgreement {
    private static final String LAST = """
            with last as (
              select distinct on (object_id, kernel_id, program) * from evidence
              order by object_id, kernel_id, program, booted_at desc, id desc
            ), told as (
              select last.*, case
                when agrees then case predicted when 'broken' then 'true_broken' else 'true_ok' end
                when not agrees then case predicted when 'broken' then 'false_broken' else 'false_ok' end
                when predicted = 'conditional' then 'conditional'
                when predicted in ('unknown', 'no_btf') then 'unknown'
                else 'no_trial' end as comparison
              from last where program <> '' and predicted is not null
            )
            """;

    private final JdbcClient db;

    public BootedAgreement(JdbcClient db) {
        this.db = db;
    }

    /**
     * A program of which a booted kernel said otherwise.
     *
     * @param id its row
     * @param predicted the code of the static verdict it was held against
     * @param outcome what became of it, one word
     * @param detail what the kernel or libbpf said; may be empty
     */
    public record Disagreement(
            long id,
            String sha256,
            String object,
            String program,
            String kernel,
            Outcome comparison,
            String predicted,
            String outcome,
            String detail,
            Instant bootedAt) {}

    /** How many programs compare in which way, by the kernels' ids; outcomes that none has are left out. */
    public SortedMap<String, Map<Outcome, Integer>> counts() {
        SortedMap<String, Map<Outcome, Integer>> counts = new TreeMap<>();
        db.sql(LAST + """
                select k.name, t.comparison, count(*) as programs from told t
                join kernel k on k.id = t.kernel_id group by k.name, t.comparison
                """).query(row -> {
            counts.computeIfAbsent(row.getString("name"), _ -> new EnumMap<>(Outcome.class))
                    .put(comparison(row), row.getInt("programs"));
        });
        return counts;
    }

    /** At most so many with smaller ids than {@code before}, the latest first. */
    public List<Disagreement> disagreements(long before, int limit) {
        return db.sql(LAST + """
                select t.*, o.sha256, o.name as object, k.name as kernel from told t
                join object o on o.id = t.object_id join kernel k on k.id = t.kernel_id
                where not t.agrees and t.id < :before order by t.id desc limit :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query(BootedAgreement::row)
                .list();
    }

    private static Outcome comparison(ResultSet row) throws SQLException {
        return Outcome.valueOf(row.getString("comparison").toUpperCase(Locale.ROOT));
    }

    private static Disagreement row(ResultSet row, int number) throws SQLException {
        return new Disagreement(
                row.getLong("id"),
                row.getString("sha256"),
                row.getString("object"),
                row.getString("program"),
                row.getString("kernel"),
                comparison(row),
                row.getString("predicted"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getObject("booted_at", OffsetDateTime.class).toInstant());
    }
}
