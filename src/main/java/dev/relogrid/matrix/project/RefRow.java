package dev.relogrid.matrix.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A row of {@code project_ref}. */
@Entity
@Table(name = "project_ref")
class RefRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long projectId;

    @Column(nullable = false)
    private String kind;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private Instant updatedAt;

    /** For JPA, which fills the fields in. */
    @SuppressWarnings("NullAway.Init")
    protected RefRow() {}

    void touch(Instant now) {
        if (now.isAfter(updatedAt)) {
            updatedAt = now;
        }
    }

    ProjectRef ref() {
        RefName.Kind known = RefName.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return new ProjectRef(id, projectId, new RefName(known, name), updatedAt);
    }
}
