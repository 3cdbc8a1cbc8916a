package dev.relogrid.matrix.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** States of the archive and kernels as rows. Neither ever changes once written. */
@Service
public class Snapshots {
    private static final int MOST_KEPT = 64;
    private static final String COLUMNS = "select id, digest, taken_at, kernels from snapshot ";

    private final JdbcClient db;
    private final Cache<Long, List<String>> names =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    public Snapshots(JdbcClient db) {
        this.db = db;
    }

    /** The row of a state of the archive, written when it is new; several nodes may do so at once. */
    @Transactional
    public Snapshot of(String digest, Archive archive) {
        Optional<Snapshot> known = find(digest);
        if (known.isPresent()) {
            return known.get();
        }
        List<CatalogEntry> entries = archive.entries();
        addKernels(entries);
        Map<String, Long> ids = ids();
        Long[] kernels =
                entries.stream().map(entry -> ids.get(entry.id().toString())).toArray(Long[]::new);
        db.sql("""
                insert into snapshot (digest, taken_at, kernels) values (:digest, now(), :kernels)
                on conflict (digest) do nothing
                """).param("digest", digest).param("kernels", kernels).update();
        return find(digest).orElseThrow();
    }

    private void addKernels(List<CatalogEntry> entries) {
        List<KernelId> ids = entries.stream().map(CatalogEntry::id).toList();
        db.sql("""
                insert into kernel (name, distro, suite, arch, release, has_btf, added_at)
                select *, now() from unnest(:names, :distros, :suites, :archs, :releases, :btf)
                on conflict (name) do nothing
                """)
                .param("names", ids.stream().map(KernelId::toString).toArray(String[]::new))
                .param("distros", ids.stream().map(KernelId::distro).toArray(String[]::new))
                .param("suites", ids.stream().map(KernelId::suite).toArray(String[]::new))
                .param("archs", ids.stream().map(KernelId::arch).toArray(String[]::new))
                .param("releases", ids.stream().map(KernelId::release).toArray(String[]::new))
                .param("btf", entries.stream().map(entry -> entry.btf() != null).toArray(Boolean[]::new))
                .update();
    }

    private Map<String, Long> ids() {
        Map<String, Long> ids = new HashMap<>();
        db.sql("select id, name from kernel").query(row -> {
            ids.put(row.getString("name"), row.getLong("id"));
        });
        return ids;
    }

    public Optional<Snapshot> find(String digest) {
        return db.sql(COLUMNS + "where digest = :digest")
                .param("digest", digest)
                .query(Snapshots::row)
                .optional();
    }

    /** The only state whose digest begins with these digits; empty when there is none, or several. */
    public Optional<Snapshot> beginning(String digits) {
        List<Snapshot> found = db.sql(COLUMNS + "where digest like :beginning order by id limit 2")
                .param("beginning", digits + "%")
                .query(Snapshots::row)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** By its row, which must be there. */
    public Snapshot get(long id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Snapshots::row)
                .single();
    }

    /** The last state first seen at or before that time; empty when there was none yet. */
    public Optional<Snapshot> at(OffsetDateTime time) {
        return db.sql(COLUMNS + "where taken_at <= :time order by taken_at desc limit 1")
                .param("time", time)
                .query(Snapshots::row)
                .optional();
    }

    /** Names of a snapshot's kernels, in its order. */
    public List<String> names(long snapshotId) {
        return names.get(
                snapshotId,
                id -> db.sql("""
                select k.name from snapshot s
                cross join lateral unnest(s.kernels) with ordinality as u(kernel_id, place)
                join kernel k on k.id = u.kernel_id where s.id = :id order by u.place
                """).param("id", id).query(String.class).list());
    }

    private static Snapshot row(ResultSet row, int number) throws SQLException {
        Array array = row.getArray("kernels");
        Long[] boxed = (Long[]) array.getArray();
        long[] kernels = new long[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            kernels[i] = boxed[i];
        }
        return new Snapshot(
                row.getLong("id"),
                row.getString("digest"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                kernels);
    }
}
