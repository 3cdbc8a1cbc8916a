package dev.relogrid.web.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One box for everything. */
@Tag(name = "knowledge")
@RestController
final class SearchController {
    private static final int LONGEST = 200;
    private static final int MOST = 50;

    private final List<Finder> finders;

    /** @param finders in the order their hits are listed in */
    SearchController(List<Finder> finders) {
        this.finders = finders;
    }

    /** What was found: objects, kernels, projects, types, fields, causes, in this order. */
    @Schema(name = "SearchResult")
    record SearchResult(String query, List<Hit> hits) {}

    @Operation(
            operationId = "search",
            summary = "Objects, kernels, projects, types, fields and causes by a part of their names")
    @GetMapping(path = "/api/v1/search", produces = "application/json")
    SearchResult search(
            @Parameter(
                            description = "A part of a name, the beginning of a digest, or a field as inode.i_ctime.",
                            example = "inode.i_ctime")
                    @RequestParam
                    @Size(max = LONGEST)
                    String q,
            @Parameter(description = "At most so many of each kind.")
                    @RequestParam(defaultValue = "5")
                    @Min(1)
                    @Max(MOST)
                    int limit) {
        String text = q.strip();
        return new SearchResult(
                text,
                text.isEmpty()
                        ? List.of()
                        : finders.stream()
                                .flatMap(finder -> finder.find(text, limit).stream())
                                .toList());
    }
}
