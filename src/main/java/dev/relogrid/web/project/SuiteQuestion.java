package dev.relogrid.web.project;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is asked of the objects of a ref. */
record SuiteQuestion(
        @Parameter(description = "A ref of the same project, with / or ~: only what is new since then fails") @Nullable
        String against,

        @Parameter(description = "A query for kernels that have to work, in the place of the policy's") @Nullable
        String targets,

        @Parameter(
                description = "Which form, where a link cannot have the header Accept or the form has no media type of"
                        + " its own: json, text, markdown, sarif, junit, gitlab, github, csv")
        @Nullable
        String format) {

    /** A shell's empty variable asks for nothing. */
    String againstOrNone() {
        return Objects.requireNonNullElse(against, "").strip();
    }

    String targetsOrNone() {
        return Objects.requireNonNullElse(targets, "").strip();
    }

    String formatOrNone() {
        return Objects.requireNonNullElse(format, "");
    }
}
