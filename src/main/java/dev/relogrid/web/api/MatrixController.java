package dev.relogrid.web.api;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.matrix.analysis.Booted;
import dev.relogrid.matrix.analysis.BootedEvidence;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.Report;
import dev.relogrid.report.render.TextReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The grid of one object. */
@Tag(name = "objects")
@RestController
@RequestMapping(Links.ROOT + "/objects/{sha256}")
final class MatrixController {
    private final KnownObjects objects;
    private final Archives archives;
    private final Answering answering;
    private final BootedEvidence evidence;

    MatrixController(KnownObjects objects, Archives archives, Answering answering, BootedEvidence evidence) {
        this.objects = objects;
        this.archives = archives;
        this.answering = answering;
        this.evidence = evidence;
    }

    @Operation(operationId = "getMatrix", summary = "Holds an object against kernels: programs by kernels, and why")
    @ApiResponse(
            responseCode = "200",
            description = "The whole answer.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MatrixView.class)))
    @QueuedResponse
    @AskedParameters
    @GetMapping("/matrix")
    ResponseEntity<Object> matrix(
            @PathVariable String sha256,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        StoredObject object = objects.get(sha256);
        Chosen chosen = archives.choose(asked);
        boolean pinned = chosen.caching() == Caching.FOR_EVER;
        String booted = pinned ? "" : Long.toString(evidence.version(object));
        Etag etag = Answering.etag(object, chosen, asked, "matrix " + booted);
        return etag.unchanged(headers, chosen.caching()).orElseGet(() -> switch (answering.answer(
                object, chosen, asked)) {
            case Answering.Queued queued -> Answers.queued(queued);
            case Answering.Ready ready ->
                chosen.caching()
                        .on(ResponseEntity.ok().eTag(etag.value()))
                        .body(view(object, chosen, ready, pinned ? List.of() : evidence.of(object)));
        });
    }

    private static MatrixView view(StoredObject object, Chosen chosen, Answering.Ready ready, List<Booted> evidence) {
        Report report = ready.report();
        MatrixRows rows = new MatrixRows(report, ready.columns());
        Set<String> wanted = new HashSet<>(ready.columns());
        return new MatrixView(
                object.sha256(),
                object.name(),
                TextReport.headline(report),
                ArchiveView.of(chosen.snapshot()),
                ready.analysis().engine(),
                ready.analysis().doneAt(),
                chosen.targets(),
                VerdictCounts.of(report),
                columns(chosen, report, ready.columns()),
                ProgramView.of(report.subject()),
                rows.programs(),
                rows.object(),
                Legend.all(),
                report.seen().stream().map(seen -> CauseView.of(seen, rows)).toList(),
                evidence.stream().filter(one -> wanted.contains(one.kernel())).toList());
    }

    private static List<MatrixView.Column> columns(Chosen chosen, Report report, List<String> ids) {
        Set<String> untyped = new HashSet<>();
        Map<String, String> versions = new HashMap<>();
        for (int i = 0; i < report.kernels().size(); i++) {
            if (report.answer(i).verdict() == Verdict.NO_BTF) {
                untyped.add(report.kernels().get(i));
            }
        }
        for (CatalogEntry entry : chosen.now().archive().entries()) {
            String id = entry.id().toString();
            versions.put(id, entry.origin().version());
            if (entry.btf() == null) {
                untyped.add(id);
            }
        }
        return ids.stream()
                .map(id -> new MatrixView.Column(id, versions.getOrDefault(id, ""), !untyped.contains(id)))
                .toList();
    }
}
