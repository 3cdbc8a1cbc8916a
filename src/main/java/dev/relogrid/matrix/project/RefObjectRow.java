package dev.relogrid.matrix.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code ref_object}. */
@Entity
@Table(name = "ref_object")
class RefObjectRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long refId;

    @Column(nullable = false)
    private String path;

    private long objectId;

    @Column(name = "commit_id")
    private @Nullable String commit;

    @Column(nullable = false)
    private Instant since;

    private @Nullable Instant until;

    /** For JPA, which fills the fields in. */
    @SuppressWarnings("NullAway.Init")
    protected RefObjectRow() {}

    RefObjectRow(long refId, Attachment attachment, Instant since) {
        this.refId = refId;
        this.path = attachment.path();
        this.objectId = attachment.objectId();
        this.commit = attachment.commit();
        this.since = since;
    }

    /** Ends it; never before it began, whatever the clock says. */
    Instant close(Instant now) {
        Instant end = now.isAfter(since) ? now : since;
        this.until = end;
        return end;
    }

    boolean isSame(Attachment attachment) {
        return objectId == attachment.objectId() && Objects.equals(commit, attachment.commit());
    }

    RefObject refObject() {
        return new RefObject(id == null ? 0 : id, refId, path, objectId, commit, since, until);
    }
}
