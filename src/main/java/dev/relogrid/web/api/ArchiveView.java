package dev.relogrid.web.api;

import dev.relogrid.matrix.kernel.Snapshot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * The state of the archive an answer is about.
 *
 * @param digest names it: {@code ?archive=} takes its beginning
 * @param date when the service first saw it
 */
@Schema(name = "ArchiveState")
record ArchiveView(String digest, Instant date) {

    static ArchiveView of(Snapshot snapshot) {
        return new ArchiveView(snapshot.digest(), snapshot.takenAt());
    }
}
