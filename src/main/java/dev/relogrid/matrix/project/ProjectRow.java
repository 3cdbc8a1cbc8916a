package dev.relogrid.matrix.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code project}. */
@Entity
@Table(name = "project")
class ProjectRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(nullable = false, unique = true)
    private String name;

    @Column(nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private String policy;

    private long version;

    /** For JPA, which fills the fields in. */
    @SuppressWarnings("NullAway.Init")
    protected ProjectRow() {}

    Project project() {
        return new Project(id, name, createdAt, policy, version);
    }
}
