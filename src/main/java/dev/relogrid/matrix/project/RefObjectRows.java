package dev.relogrid.matrix.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The table {@code ref_object}. */
interface RefObjectRows extends JpaRepository<RefObjectRow, Long> {
    Optional<RefObjectRow> findByRefIdAndPathAndUntilIsNull(long refId, String path);

    List<RefObjectRow> findByRefIdAndUntilIsNullOrderByPath(long refId);

    List<RefObjectRow> findByRefIdAndIdLessThanOrderByIdDesc(long refId, long before, Limit limit);

    @Query("""
            from RefObjectRow where refId = :ref and since <= :time and (until is null or until > :time)
            order by path""")
    List<RefObjectRow> findAt(long ref, Instant time);
}
