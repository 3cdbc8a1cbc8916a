package dev.relogrid.web.project;

import dev.relogrid.matrix.project.ProjectRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.web.util.UriUtils;

/**
 * A branch, tag or commit.
 *
 * @param kind {@code branch}, {@code tag} or {@code commit}
 * @param href its address, in which a slash of the name is a tilde
 * @param updatedAt when an object was attached last
 */
record RefView(String name, String kind, String href, Instant updatedAt) {
    static RefView of(String project, ProjectRef ref) {
        String part = UriUtils.encodePathSegment(ref.name().inAddress(), StandardCharsets.UTF_8);
        return new RefView(
                ref.name().name(),
                ref.name().kind().code(),
                "/api/v1/projects/" + project + "/refs/" + part,
                ref.updatedAt());
    }
}
