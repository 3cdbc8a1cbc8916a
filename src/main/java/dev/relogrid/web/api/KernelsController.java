package dev.relogrid.web.api;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.matrix.analysis.KernelAnswers;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.Snapshot;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kernels of the archive. */
@Tag(name = "kernels")
@RestController
@RequestMapping(Links.ROOT + "/kernels")
final class KernelsController {
    private final Archives archives;
    private final KernelAnswers answers;
    private final LoadProfiles profiles;

    KernelsController(Archives archives, KernelAnswers answers, LoadProfiles profiles) {
        this.archives = archives;
        this.answers = answers;
        this.profiles = profiles;
    }

    /**
     * A part of the kernels a query means.
     *
     * @param query in the one way to write it; empty for all
     * @param nextCursor null at the end
     */
    @Schema(name = "KernelList")
    record KernelList(
            String query,
            ArchiveView archive,
            List<KernelView> kernels,
            @Nullable String nextCursor) {}

    @Operation(operationId = "listKernels", summary = "The kernels of the archive that a query means")
    @PagingParameters
    @GetMapping
    ResponseEntity<KernelList> list(
            @Parameter(description = "Which kernels, in the language of docs/QUERIES.md; all when left out.")
                    @RequestParam(defaultValue = "")
                    String targets,
            @Parameter(hidden = true) Paging paging) {
        KernelQuery query = Archives.query(targets.strip());
        ArchiveState now = archives.now();
        Archive archive = now.archive();
        List<CatalogEntry> found = query == null ? archive.entries() : query.select(archive.entries());
        int from = paging.key().map(id -> after(found, id)).orElse(0);
        int end = Math.min(found.size(), from + paging.limit());
        String next = end < found.size() ? Paging.after(found.get(end - 1).id().toString()) : null;
        List<KernelView> kernels = found.subList(from, end).stream()
                .map(entry -> KernelView.of(archive, entry))
                .toList();
        String text = query == null ? "" : query.toString();
        return NextPage.answer(new KernelList(text, ArchiveView.of(now.snapshot()), kernels, next), next);
    }

    /** Kernels that went since do no harm: ids are in order. */
    private static int after(List<CatalogEntry> entries, String id) {
        KernelId last = KernelId.of(id);
        int place = 0;
        while (place < entries.size() && entries.get(place).id().compareTo(last) <= 0) {
            place++;
        }
        return place;
    }

    /**
     * One kernel.
     *
     * @param source the packages it was taken from
     * @param counts how many objects that are current in some project have each verdict on it
     * @param broken those that break, the latest first
     * @param nextCursor where {@code broken} goes on; null at the end
     */
    @Schema(name = "KernelFacts")
    record KernelFacts(
            KernelView kernel,
            List<String> source,
            VerdictCounts counts,
            List<BrokenObject> broken,
            @Nullable String nextCursor) {}

    /** An object that breaks, and the clause that says why. */
    @Schema(name = "BrokenObject")
    record BrokenObject(String sha256, String name, String reason) {}

    @Operation(
            operationId = "getKernel",
            summary = "What is known of one kernel, and which current objects break on it",
            parameters = {
                @Parameter(name = "distro", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string")),
                @Parameter(name = "suite", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string")),
                @Parameter(name = "arch", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string")),
                @Parameter(name = "release", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
            })
    @PagingParameters
    @GetMapping("/{distro}/{suite}/{arch}/{release}")
    ResponseEntity<KernelFacts> get(
            @Parameter(hidden = true) @PathVariable Map<String, String> id, @Parameter(hidden = true) Paging paging) {
        String name =
                String.join("/", List.of(part(id, "distro"), part(id, "suite"), part(id, "arch"), part(id, "release")));
        ArchiveState now = archives.now();
        List<CatalogEntry> entries = now.archive().entries();
        int place = place(entries, name);
        CatalogEntry entry = entries.get(place);
        Snapshot snapshot = now.snapshot();
        long kernel = snapshot.kernels()[place];
        LoadProfile profile = profiles.standard();
        List<KernelAnswers.Broken> broken =
                answers.broken(snapshot, kernel, profile, new KernelAnswers.Part(paging.before(), paging.limit() + 1));
        boolean more = broken.size() > paging.limit();
        List<KernelAnswers.Broken> shown = more ? broken.subList(0, paging.limit()) : broken;
        String next = more ? Paging.after(Long.toString(shown.getLast().objectId())) : null;
        Map<Verdict, Integer> counts = answers.counts(snapshot, kernel, profile);
        KernelFacts facts = new KernelFacts(
                KernelView.of(now.archive(), entry),
                entry.origin().source(),
                VerdictCounts.of(counts),
                shown.stream()
                        .map(one -> new BrokenObject(one.sha256(), one.name(), one.reason()))
                        .toList(),
                next);
        return NextPage.answer(facts, next);
    }

    private static String part(Map<String, String> id, String name) {
        return id.getOrDefault(name, "");
    }

    private static int place(List<CatalogEntry> entries, String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().toString().equals(name)) {
                return i;
            }
        }
        throw new ApiException(ApiProblem.NOT_FOUND, "the archive has no kernel " + name);
    }

    @Operation(operationId = "getArchiveHealth", summary = "How complete and how sound the archive is, and how old")
    @GetMapping("/health")
    ArchiveHealthView health() {
        return ArchiveHealthView.of(archives.now());
    }
}
