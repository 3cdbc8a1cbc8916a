package dev.relogrid.web.api;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.history.TypeLookup;
import dev.relogrid.matrix.analysis.EngineVersion;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelTypes;
import dev.relogrid.matrix.kernel.NamedType;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Types of the kernel: what one is today, and which there are. */
@Tag(name = "knowledge")
@RestController
@RequestMapping(Links.ROOT + "/types")
final class TypesController {
    private final Archives archives;
    private final KernelTypes types;

    TypesController(Archives archives, KernelTypes types) {
        this.archives = archives;
        this.types = types;
    }

    /** A type by its name; {@code type} is both, as {@code /types/} takes it. */
    @Schema(name = "TypeName")
    record NameView(String type, String kind, String name) {

        static NameView of(NamedType named) {
            return new NameView(named.toString(), named.kind(), named.name());
        }
    }

    /**
     * Types that were found, the best first.
     *
     * @param count how many there are in all
     */
    @Schema(name = "TypeList")
    record TypeList(String query, int count, List<NameView> types, ArchiveView archive) {}

    @Operation(
            operationId = "searchTypes",
            summary = "Structs, unions, enums and typedefs whose names are, begin with or contain a text")
    @GetMapping
    TypeList search(
            @Parameter(description = "A part of a name, perhaps with a kind: ino, struct ino.", example = "ino")
                    @RequestParam
                    String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paging.MOST) int limit) {
        ArchiveState now = archives.now();
        TypeSearch search = TypeSearch.of(q);
        KernelTypes.Names found = search.on(types, now, limit);
        return new TypeList(
                search.toString(),
                found.count(),
                found.best().stream().map(NameView::of).toList(),
                ArchiveView.of(now.snapshot()));
    }

    @Operation(operationId = "getType", summary = "What a struct, union, enum or typedef is today, or on one kernel")
    @GetMapping("/{name}")
    ResponseEntity<TypeView> get(
            @Parameter(description = "With or without its kind.", example = "struct inode") @PathVariable String name,
            @Parameter(description = "A kernel's id, or enough of its end; the newest that has the type when left out.")
                    @RequestParam(defaultValue = "")
                    String kernel,
            @RequestHeader HttpHeaders headers) {
        TypeLookup wanted = wanted(name);
        ArchiveState now = archives.now();
        Etag etag = Etag.of("type", wanted.toString(), kernel, now.snapshot().digest(), EngineVersion.text());
        return etag.<TypeView>unchanged(headers, Caching.ASK_AGAIN).orElseGet(() -> {
            KernelTypes.Found found = found(wanted, kernel, now);
            return Caching.ASK_AGAIN
                    .on(ResponseEntity.ok().eTag(etag.value()))
                    .body(TypeView.of(wanted.name(), found, ArchiveView.of(now.snapshot())));
        });
    }

    private static TypeLookup wanted(String name) {
        try {
            return TypeLookup.parse(name);
        } catch (BadQuestion e) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "name: " + e.getMessage());
        }
    }

    private KernelTypes.Found found(TypeLookup wanted, String kernel, ArchiveState now) {
        if (kernel.isEmpty()) {
            return types.newest(now, wanted).orElseThrow(() -> none(wanted, "no kernel of the archive has", now));
        }
        CatalogEntry entry = now.archive().find(kernel);
        return types.on(now, entry, wanted).orElseThrow(() -> none(wanted, entry.id() + " does not have", now));
    }

    private ApiException none(TypeLookup wanted, String who, ArchiveState now) {
        String near =
                types.near(now, wanted.name()).stream().map(NamedType::toString).collect(Collectors.joining(", "));
        return new ApiException(
                ApiProblem.NOT_FOUND, who + " " + wanted + (near.isEmpty() ? "" : "; there is " + near));
    }
}
