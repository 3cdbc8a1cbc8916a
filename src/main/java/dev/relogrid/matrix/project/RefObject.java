package dev.relogrid.matrix.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object a ref has or had under a path.
 *
 * @param id its row; later ones are larger
 * @param objectId the object's row
 * @param commit the commit it was built from, as told; null when nobody did
 * @param since when it was attached
 * @param until when another took its place; null while it is the current one
 */
public record RefObject(
        long id,
        long refId,
        String path,
        long objectId,
        @Nullable String commit,
        Instant since,
        @Nullable Instant until) {

    /** Whether no other has taken its place. */
    public boolean isCurrent() {
        return until == null;
    }
}
