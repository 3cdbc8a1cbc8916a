package dev.relogrid.web.api;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.SourcePaths;
import dev.relogrid.gate.Suite;
import dev.relogrid.gate.render.Form;
import dev.relogrid.gate.render.Rendering;
import dev.relogrid.gate.render.SuiteJson;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Provenance;
import dev.relogrid.report.Report;
import dev.relogrid.report.render.TextReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The report of one object, as the command line writes it. */
@Tag(name = "objects")
@RestController
final class ReportController {
    private static final List<Representation> OFFERED = Representation.all();

    private final KnownObjects objects;
    private final Archives archives;
    private final Answering answering;

    ReportController(KnownObjects objects, Archives archives, Answering answering) {
        this.objects = objects;
        this.archives = archives;
        this.answering = answering;
    }

    @Operation(
            operationId = "getReport",
            summary = "The report as relogrid check writes it: JSON, Markdown, text, SARIF or CSV")
    @ApiResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "application/sarif+json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @QueuedResponse
    @AskedParameters
    @FormatParameter
    @GetMapping(Links.ROOT + "/objects/{sha256}/report")
    ResponseEntity<Object> report(
            @PathVariable String sha256,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Wanted wanted) {
        Representation as = wanted.of(OFFERED);
        StoredObject object = objects.get(sha256);
        Chosen chosen = archives.choose(asked);
        Etag etag = Answering.etag(object, chosen, asked, "report " + as);
        return etag.unchanged(wanted.headers(), chosen.caching()).orElseGet(() -> switch (answering.answer(
                object, chosen, asked)) {
            case Answering.Queued queued -> Answers.queued(queued);
            case Answering.Ready ready ->
                chosen.caching()
                        .on(ResponseEntity.ok().eTag(etag.value()))
                        .contentType(as.type())
                        .body(Answers.bytes(text(as, ready, chosen)));
        });
    }

    private static String text(Representation as, Answering.Ready ready, Chosen chosen) {
        Report report = ready.report();
        Suite suite = Suite.of(Member.of(report), provenance(ready, chosen));
        return switch (as) {
            case JSON -> SuiteJson.of(suite);
            case MARKDOWN -> Form.MARKDOWN.render(suite, rendering());
            case TEXT -> TextReport.of(report);
            case SARIF -> Form.SARIF.render(suite, rendering());
            case CSV -> Form.CSV.render(suite, rendering());
        };
    }

    /** Links in a file have to lead back here from wherever it is read. */
    private static Rendering rendering() {
        String docs = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/docs/verdicts/")
                .build()
                .toUriString();
        return new Rendering(SourcePaths.AS_COMPILED, docs);
    }

    private static Provenance provenance(Answering.Ready ready, Chosen chosen) {
        return new Provenance(
                ready.analysis().engine(),
                chosen.snapshot().digest(),
                chosen.snapshot().takenAt().toString());
    }
}
