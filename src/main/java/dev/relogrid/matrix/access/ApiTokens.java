package dev.relogrid.matrix.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code api_token}. */
interface ApiTokens extends JpaRepository<ApiToken, Long> {
    Optional<ApiToken> findByDigest(String digest);

    List<ApiToken> findAllByOrderById();

    /** How many tokens open everything: neither revoked nor expired nor bound to a project. */
    @Query(nativeQuery = true, value = """
                    select count(*) from api_token
                    where 'admin' = any(string_to_array(scopes, ' ')) and project_id is null
                      and revoked_at is null and (expires_at is null or expires_at > :now)""")
    long countGoodAdmins(Instant now);

    @Query(nativeQuery = true, value = """
                    select count(*) from api_token
                    where revoked_at is null and (expires_at is null or expires_at > :now)""")
    long countGood(Instant now);

    /** Writes only where the last use is older, so that two nodes do not take turns. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    update api_token set last_used_at = :now
                    where id = :id and (last_used_at is null or last_used_at < :older)""")
    void used(long id, Instant now, Instant older);

    /** Waits for every other transaction that holds this lock; it is let go at the end of this one. */
    @Query(nativeQuery = true, value = "select 1 from pg_advisory_xact_lock(:key)")
    int lock(long key);

    @Query(nativeQuery = true, value = "select name from project where id = :id")
    Optional<String> projectName(long id);

    @Query(nativeQuery = true, value = "select id from project where name = :name")
    Optional<Long> projectId(String name);
}
