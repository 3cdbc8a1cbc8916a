package dev.relogrid.web.api;

import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.render.CauseText;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One relocation or one cause, all kernels together. */
@Tag(name = "objects")
@RestController
@RequestMapping(Links.ROOT + "/objects/{sha256}")
final class ExplainController {
    private static final List<Representation> OFFERED = List.of(Representation.JSON, Representation.TEXT);

    private final KnownObjects objects;
    private final Archives archives;
    private final Answering answering;

    ExplainController(KnownObjects objects, Archives archives, Answering answering) {
        this.objects = objects;
        this.archives = archives;
        this.answering = answering;
    }

    /** What is asked for, and which of a report's causes are about it. */
    private record About(String what, Function<Report, List<Sighting>> causes) {}

    @Operation(
            operationId = "explainRelocation",
            summary = "Where a relocation is in the way, why that matters or does not, and what is nearest there")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ExplanationView.class)),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    @QueuedResponse
    @AskedParameters
    @FormatParameter
    @GetMapping("/relocations/{number}")
    ResponseEntity<Object> relocation(
            @PathVariable String sha256,
            @PathVariable int number,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Wanted wanted) {
        StoredObject object = objects.get(sha256);
        int count = object.subject().relocations();
        if (number < 0 || number >= count) {
            throw none("relocation", number, count);
        }
        About about = new About(
                "relocation #" + number,
                report -> report.seen().stream()
                        .filter(cause -> isAbout(cause.card(), number))
                        .toList());
        return explain(object, asked, wanted, about);
    }

    private static boolean isAbout(CauseCard card, int relocation) {
        CauseCard.Access access = card.access();
        return access != null && access.relocations().contains(relocation);
    }

    @Operation(
            operationId = "explainCause",
            summary = "A cause by its number in the matrix or report of the same targets")
    @ApiResponse(
            responseCode = "200",
            description = "The explanation.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ExplanationView.class)),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    @QueuedResponse
    @AskedParameters
    @FormatParameter
    @GetMapping("/causes/{number}")
    ResponseEntity<Object> cause(
            @PathVariable String sha256,
            @PathVariable int number,
            @Parameter(hidden = true) Asked asked,
            @Parameter(hidden = true) Wanted wanted) {
        About about = new About("cause " + number, report -> {
            List<Sighting> seen = report.seen();
            if (number < 0 || number >= seen.size()) {
                throw none("cause", number, seen.size());
            }
            return List.of(seen.get(number));
        });
        return explain(objects.get(sha256), asked, wanted, about);
    }

    private static ApiException none(String what, int number, int count) {
        return new ApiException(
                ApiProblem.NOT_FOUND,
                "there is no " + what + " " + number + ": "
                        + (count == 0 ? "there is none at all" : "they go from 0 to " + (count - 1)));
    }

    private ResponseEntity<Object> explain(StoredObject object, Asked asked, Wanted wanted, About about) {
        Representation as = wanted.of(OFFERED);
        Chosen chosen = archives.choose(asked);
        Etag etag = Answering.etag(object, chosen, asked, about.what + " " + as);
        return etag.unchanged(wanted.headers(), chosen.caching()).orElseGet(() -> switch (answering.answer(
                object, chosen, asked)) {
            case Answering.Queued queued -> Answers.queued(queued);
            case Answering.Ready ready -> {
                ExplanationView view = view(object, chosen, ready, about);
                yield chosen.caching()
                        .on(ResponseEntity.ok().eTag(etag.value()))
                        .contentType(as.type())
                        .body(as == Representation.JSON ? view : Answers.bytes(view.text()));
            }
        });
    }

    private static ExplanationView view(StoredObject object, Chosen chosen, Answering.Ready ready, About about) {
        Report report = ready.report();
        List<Sighting> causes = about.causes.apply(report);
        MatrixRows rows = new MatrixRows(report, ready.columns());
        String text = causes.isEmpty()
                ? about.what + " is in the way on none of " + report.kernels().size() + " kernels\n"
                : causes.stream().map(cause -> CauseText.of(report, cause)).collect(Collectors.joining("\n"));
        return new ExplanationView(
                object.sha256(),
                about.what,
                ArchiveView.of(chosen.snapshot()),
                ready.columns(),
                ProgramView.of(report.subject()),
                causes.stream().map(cause -> CauseView.of(cause, rows)).toList(),
                text);
    }
}
