package dev.relogrid.matrix.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Load profiles as rows, the same one always the same row. */
@Service
public class LoadProfiles {
    private static final int MOST_KEPT = 10_000;

    private final JdbcClient db;
    private final JsonMapper json;
    /** Rows by digest, which never change. */
    private final Cache<String, Long> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    public LoadProfiles(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    private record Body(Map<String, String> presets, Map<String, Boolean> autoload) {}

    /** Nothing is set, and programs are loaded as their sections say. */
    @Transactional
    public LoadProfile standard() {
        return of(Map.of(), Map.of());
    }

    /** One that somebody asked for before; empty when nobody did. */
    public Optional<LoadProfile> find(Map<String, String> presets, Map<String, Boolean> autoload) {
        return kept(digest(body(presets, autoload)))
                .map(id -> new LoadProfile(id, Map.copyOf(presets), Map.copyOf(autoload)));
    }

    @Transactional
    public LoadProfile of(Map<String, String> presets, Map<String, Boolean> autoload) {
        String body = body(presets, autoload);
        String digest = digest(body);
        Optional<Long> row = kept(digest);
        if (row.isEmpty()) {
            db.sql("""
                    insert into profile (digest, body) values (:digest, cast(:body as jsonb))
                    on conflict (digest) do nothing
                    """).param("digest", digest).param("body", body).update();
        }
        long id = row.orElseGet(() -> id(digest).orElseThrow());
        return new LoadProfile(id, Map.copyOf(presets), Map.copyOf(autoload));
    }

    private String body(Map<String, String> presets, Map<String, Boolean> autoload) {
        return json.writeValueAsString(new Body(new TreeMap<>(presets), new TreeMap<>(autoload)));
    }

    private static String digest(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.UTF_8));
    }

    /** By its row, which must be there. */
    public LoadProfile get(long id) {
        String body = db.sql("select body::text from profile where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        Body read = json.readValue(body, Body.class);
        return new LoadProfile(id, read.presets(), read.autoload());
    }

    private Optional<Long> kept(String digest) {
        Optional<Long> row = Optional.ofNullable(known.getIfPresent(digest)).or(() -> id(digest));
        row.ifPresent(id -> known.put(digest, id));
        return row;
    }

    private Optional<Long> id(String digest) {
        return db.sql("select id from profile where digest = :digest")
                .param("digest", digest)
                .query(Long.class)
                .optional();
    }
}
