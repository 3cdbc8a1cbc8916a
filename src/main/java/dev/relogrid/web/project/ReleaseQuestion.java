package dev.relogrid.web.project;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be released where. */
record ReleaseQuestion(
        @Parameter(description = "An object by SHA-256, or at least its first 12 digits; else the objects of a ref")
        @Nullable
        String object,

        @Parameter(description = "The project whose policy and fleet count; needed unless an object is named") @Nullable
        String project,

        @Parameter(description = "A branch, tag or commit, with / or ~; the project's main one when left out") @Nullable
        String ref,

        @Parameter(description = "A query for kernels that have to work, in the place of the policy's") @Nullable
        String targets,

        @Parameter(description = "What was known at a time or at the end of a day: 2026-11-20") @Nullable
        String at,

        @Parameter(description = "Whether a kernel nothing can be said of is in the way too") @Nullable
        Boolean strict) {

    ReleaseQuestion {
        if (object == null && project == null && ref == null) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "name an object, or a project and perhaps a ref");
        }
        if (project == null && ref != null) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "a ref needs its project");
        }
        if (object != null && ref != null) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "name an object or a ref, not both");
        }
    }

    String targetsOrNone() {
        return Objects.requireNonNullElse(targets, "");
    }

    boolean isStrict() {
        return Boolean.TRUE.equals(strict);
    }

    When when() {
        return When.of(Objects.requireNonNullElse(at, ""));
    }
}
