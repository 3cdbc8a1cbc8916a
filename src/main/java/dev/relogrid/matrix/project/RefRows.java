package dev.relogrid.matrix.project;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code project_ref}. */
interface RefRows extends JpaRepository<RefRow, Long> {
    Optional<RefRow> findByProjectIdAndName(long projectId, String name);

    List<RefRow> findByProjectIdOrderByUpdatedAtDescIdDesc(long projectId, Limit limit);

    List<RefRow> findByProjectIdAndNameGreaterThanOrderByName(long projectId, String name, Limit limit);

    /** Of several who do so at once one makes it, with the kind it says. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into project_ref (project_id, kind, name, updated_at) values (:project, :kind, :name, :now)
                    on conflict (project_id, name) do nothing""")
    int add(long project, String kind, String name, Instant now);

    /** Whoever has it comes before whoever waits for it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from RefRow where projectId = :project and name = :name")
    RefRow lock(long project, String name);
}
