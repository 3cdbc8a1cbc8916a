package dev.relogrid.matrix.object;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.usage.Uses;
import dev.relogrid.matrix.blob.BlobStore;
import dev.relogrid.report.Subject;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The objects that were uploaded. Bytes are kept before the row that names them, so a row is never without bytes. */
@Service
public class Objects {
    private static final int SHORTEST_PREFIX = 12;
    private static final int MOST_NAME = 200;
    private static final int MOST_KEPT = 2_000;
    private static final String COLUMNS = "select id, sha256, size, name, uploaded_at, subject::text from object ";

    private final JdbcClient db;
    private final BlobStore blobs;
    private final JsonMapper json;
    /** Rows by id, which never change. */
    private final Cache<Long, StoredObject> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    public Objects(JdbcClient db, BlobStore blobs, JsonMapper json) {
        this.db = db;
        this.blobs = blobs;
        this.json = json;
    }

    /**
     * Keeps an object; the same bytes again change nothing.
     *
     * @param name a file's name, cut where it is longer than 200 characters
     * @throws dev.relogrid.engine.bytes.MalformedInput when the bytes are no eBPF object; nothing is kept then
     */
    @Transactional
    public Upload put(byte[] bytes, String name) {
        String sha256 = Sha256.of(bytes);
        Optional<StoredObject> known = bySha256(sha256);
        if (known.isPresent()) {
            blobs.putIfAbsent(sha256, bytes); // in case somebody lost it
            return new Upload(known.get(), false);
        }
        String called = name.length() > MOST_NAME ? name.substring(0, MOST_NAME) : name;
        BpfObject object = BpfObject.parse(Bytes.of(called, bytes, ByteOrder.LITTLE_ENDIAN));
        blobs.putIfAbsent(sha256, bytes);
        boolean isNew = insert(sha256, bytes.length, called, subject(called, sha256, object));
        StoredObject stored = bySha256(sha256).orElseThrow();
        if (isNew) {
            index(stored, Uses.names(object));
        }
        return new Upload(stored, isNew);
    }

    private boolean insert(String sha256, int size, String name, Subject subject) {
        return db.sql("""
                insert into object (sha256, size, name, uploaded_at, subject)
                values (:sha256, :size, :name, now(), cast(:subject as jsonb)) on conflict (sha256) do nothing
                """)
                        .param("sha256", sha256)
                        .param("size", size)
                        .param("name", name)
                        .param("subject", json.writeValueAsString(subject))
                        .update()
                == 1;
    }

    private void index(StoredObject object, Set<String> names) {
        db.sql("insert into object_use (object_id, name) select :id, unnest(:names)")
                .param("id", object.id())
                .param("names", names.toArray(String[]::new))
                .update();
    }

    private static Subject subject(String name, String sha256, BpfObject object) {
        List<Subject.ProgramName> programs = new ArrayList<>();
        for (Program program : object.programs()) {
            if (program.autoload() && !program.subprogram()) {
                programs.add(new Subject.ProgramName(program.name(), program.sectionName()));
            }
        }
        return new Subject(name, sha256, programs, object.relocations().size(), object.warnings());
    }

    /** By all 64 digits of its SHA-256, or by at least the first 12 where only one object begins so. */
    public Optional<StoredObject> find(String sha256OrPrefix) {
        if (sha256OrPrefix.length() == Sha256.LENGTH) {
            return bySha256(sha256OrPrefix);
        }
        if (sha256OrPrefix.length() < SHORTEST_PREFIX || !sha256OrPrefix.matches("[0-9a-f]+")) {
            return Optional.empty();
        }
        List<StoredObject> found = db.sql(COLUMNS + "where sha256 like :prefix limit 2")
                .param("prefix", sha256OrPrefix + "%")
                .query(this::row)
                .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<StoredObject> bySha256(String sha256) {
        return db.sql(COLUMNS + "where sha256 = :sha256")
                .param("sha256", sha256)
                .query(this::row)
                .optional();
    }

    /** By its row, which must be there. */
    public StoredObject get(long id) {
        return known.get(
                id,
                row -> db.sql(COLUMNS + "where id = :id")
                        .param("id", row)
                        .query(this::row)
                        .single());
    }

    /** At most so many with smaller ids than {@code before}, the latest first. */
    public List<StoredObject> list(long before, int limit) {
        return db.sql(COLUMNS + "where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** At most so many whose names contain the text, upper and lower case being one, or whose digests begin so; the latest first. */
    public List<StoredObject> search(String text, int limit) {
        String lower = text.toLowerCase(Locale.ROOT);
        return db.sql(COLUMNS + """
                where position(:text in lower(name)) > 0 or (:digits and sha256 like :prefix)
                order by id desc limit :limit
                """)
                .param("text", lower)
                .param("digits", lower.matches("[0-9a-f]{4,64}"))
                .param("prefix", lower + "%")
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Those of these rows that are there, the latest first. */
    public List<StoredObject> all(Collection<Long> ids) {
        return known.getAll(ids, this::read).values().stream()
                .sorted(Comparator.comparingLong(StoredObject::id).reversed())
                .toList();
    }

    private Map<Long, StoredObject> read(Set<? extends Long> ids) {
        return db.sql(COLUMNS + "where id = any(:ids)").param("ids", ids.toArray(Long[]::new)).query(this::row).stream()
                .collect(Collectors.toMap(StoredObject::id, Function.identity()));
    }

    /**
     * Those in which something of that name is used, or of one of those names; more may be given than really do. The
     * latest first.
     */
    public List<StoredObject> mentioning(String name, long before, int limit) {
        return db.sql(COLUMNS + """
                where id < :before and id in (select object_id from object_use where name = :name)
                order by id desc limit :limit
                """)
                .param("name", name)
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** @throws dev.relogrid.engine.bytes.MalformedInput when its bytes were lost or damaged */
    public byte[] bytes(StoredObject object) {
        return blobs.read(object.sha256());
    }

    /** The object as a loader has it that switches programs on or off. */
    public BpfObject parse(StoredObject object, Map<String, Boolean> autoload) {
        return BpfObject.parse(Bytes.of(object.name(), bytes(object), ByteOrder.LITTLE_ENDIAN), autoload);
    }

    private StoredObject row(ResultSet row, int number) throws SQLException {
        return new StoredObject(
                row.getLong("id"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("name"),
                row.getObject("uploaded_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                json.readValue(row.getString("subject"), Subject.class));
    }
}
