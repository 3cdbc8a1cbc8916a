package dev.relogrid.matrix.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code project}. */
interface ProjectRows extends JpaRepository<ProjectRow, Long> {
    Optional<ProjectRow> findByName(String name);

    List<ProjectRow> findByNameGreaterThanOrderByName(String name, Limit limit);

    List<ProjectRow> findByNameContainingOrderByName(String text, Limit limit);

    /** Of several who do so at once one makes it. */
    @Modifying
    @Query(
            nativeQuery = true,
            value = "insert into project (name, created_at) values (:name, :now) on conflict (name) do nothing")
    int add(String name, Instant now);

    /** Changes nothing when the version is another one. */
    @Modifying(clearAutomatically = true)
    @Query("update ProjectRow set policy = :policy, version = version + 1 where id = :id and version = :version")
    int setPolicy(long id, String policy, long version);
}
