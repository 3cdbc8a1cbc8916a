package dev.relogrid.web.run;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.run.Run;
import dev.relogrid.matrix.run.RunFilter;
import dev.relogrid.matrix.run.RunRequest;
import dev.relogrid.matrix.run.Runs;
import dev.relogrid.web.api.KnownObjects;
import dev.relogrid.web.api.NextPage;
import dev.relogrid.web.api.Paging;
import dev.relogrid.web.api.PagingParameters;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.security.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work on objects that takes longer than a request. */
@Tag(name = "runs")
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
final class RunsController {
    private final Runs runs;
    private final KnownObjects objects;
    private final LoadProfiles profiles;
    private final Access access;

    RunsController(Runs runs, KnownObjects objects, LoadProfiles profiles, Access access) {
        this.runs = runs;
        this.objects = objects;
        this.profiles = profiles;
        this.access = access;
    }

    /** Some runs, the newest first. */
    record RunPage(List<RunView> items, @Nullable String nextCursor) {}

    @Operation(operationId = "startRun", summary = "Has an object checked again, or kernels booted with it")
    @ApiResponse(responseCode = "202", description = "It is queued; Location is the run.")
    @PostMapping(path = "/objects/{sha256}/runs", consumes = "application/json")
    ResponseEntity<RunView> start(@PathVariable String sha256, @RequestBody RunOrder order) {
        StoredObject object = objects.get(sha256);
        RunRequest request = order.request(object, profiles, access.caller().name());
        requireQueries(request.kernels());
        Run run = runs.request(request);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.id()))
                .body(RunView.of(run));
    }

    private static void requireQueries(List<String> queries) {
        for (String query : queries) {
            try {
                var _ = KernelQuery.parse(query);
            } catch (ArchiveProblem e) {
                throw new ApiException(ApiProblem.BAD_TARGETS, String.valueOf(e.getMessage()));
            }
        }
    }

    @Operation(operationId = "listRuns", summary = "Lists runs, the newest first")
    @PagingParameters
    @GetMapping("/runs")
    ResponseEntity<RunPage> list(
            @RequestParam(required = false) @Nullable String object,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @Parameter(hidden = true) Paging paging) {
        RunFilter filter = new RunFilter(
                object == null ? null : objects.get(object).id(), RunWords.state(state), RunWords.kind(kind));
        List<Run> found = runs.list(filter, RunCursor.read(paging), paging.limit() + 1);
        List<Run> shown = found.subList(0, Math.min(paging.limit(), found.size()));
        String next = found.size() > paging.limit() ? RunCursor.after(shown.getLast()) : null;
        return NextPage.answer(new RunPage(shown.stream().map(RunView::of).toList(), next), next);
    }

    @Operation(operationId = "getRun", summary = "Says how far a run is")
    @GetMapping("/runs/{id}")
    RunView get(@PathVariable UUID id) {
        return RunView.of(runs.find(id).orElseThrow(() -> unknown(id)));
    }

    @Operation(operationId = "cancelRun", summary = "Calls a run off; one that has ended stays as it is")
    @DeleteMapping("/runs/{id}")
    RunView cancel(@PathVariable UUID id) {
        return RunView.of(runs.cancel(id).orElseThrow(() -> unknown(id)));
    }

    static ApiException unknown(UUID id) {
        return new ApiException(ApiProblem.NOT_FOUND, "there is no run " + id);
    }
}
