package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers that are differences. */
final class Compared {
    private Compared() {}

    /** An object, or what a ref has under a path. */
    @Schema(name = "ComparedObject")
    record Side(String sha256, String name) {}

    /** Two objects on the same kernels. */
    @Schema(name = "ObjectDiff")
    record Objects(Side from, Side to, ArchiveView archive, String targets, DiffView diff) {}

    /** One object on two kernels; the only kernel the difference names is the second. */
    @Schema(name = "KernelDiff")
    record Kernels(Side object, String from, String to, ArchiveView archive, DiffView diff) {}

    /**
     * A path of a ref.
     *
     * @param state {@code changed}, {@code same}, {@code added} or {@code removed}
     * @param from null when added
     * @param to null when removed
     * @param diff null unless changed
     */
    @Schema(name = "ComparedPath")
    record Path(String path, String state, @Nullable Side from, @Nullable Side to, @Nullable DiffView diff) {}

    /** Two refs of a project, by the paths of their current objects. */
    @Schema(name = "RefDiff")
    record Refs(String project, String from, String to, ArchiveView archive, String targets, List<Path> paths) {}
}
