package dev.relogrid.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that are differences. */
final class Compared {
    private Compared() {}

    /** Two objects on the same kernels. */
    @Schema(name = "ObjectDiff")
    record Objects(ArchiveView archive, String targets, DiffView diff) {}

    /** One object on two kernels; the only kernel the difference names is the second. */
    @Schema(name = "KernelDiff")
    record Kernels(String from, String to, ArchiveView archive, DiffView diff) {}

    /**
     * A path of a ref.
     *
     * @param state {@code changed}, {@code same}, {@code added} or {@code removed}
     * @param from the SHA-256 of what was there; left out when added
     * @param to the SHA-256 of what is there; left out when removed
     * @param diff left out unless changed
     */
    @Schema(name = "ComparedPath")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Path(
            String path,
            String state,
            @Nullable String from,
            @Nullable String to,
            @Nullable DiffView diff) {}

    /** Two refs of a project, by the paths of their current objects. */
    @Schema(name = "RefDiff")
    record Refs(String project, String from, String to, ArchiveView archive, String targets, List<Path> paths) {}
}
