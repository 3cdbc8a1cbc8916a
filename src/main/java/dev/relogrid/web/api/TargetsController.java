package dev.relogrid.web.api;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.kernel.ArchiveState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a query for kernels means. */
@Tag(name = "kernels")
@RestController
final class TargetsController {
    private final Archives archives;

    TargetsController(Archives archives) {
        this.archives = archives;
    }

    /**
     * What a query means now.
     *
     * @param query in the one way to write it
     * @param count how many it means
     * @param all how many there are
     * @param kernels their ids, in the archive's order
     */
    @Schema(name = "Targets")
    record TargetsView(String query, int count, int all, ArchiveView archive, List<String> kernels) {}

    @Operation(operationId = "getTargets", summary = "The kernels a query means; an error says what would do instead")
    @GetMapping(Links.ROOT + "/targets")
    TargetsView targets(
            @Parameter(description = "A query in the language of docs/QUERIES.md.", example = "lts and not arm64")
                    @RequestParam
                    String q) {
        KernelQuery query = KernelQuery.parse(q);
        ArchiveState now = archives.now();
        List<CatalogEntry> entries = now.archive().entries();
        List<String> found = query.select(entries).stream()
                .map(CatalogEntry::id)
                .map(KernelId::toString)
                .toList();
        return new TargetsView(query.toString(), found.size(), entries.size(), ArchiveView.of(now.snapshot()), found);
    }
}
