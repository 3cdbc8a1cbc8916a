package dev.relogrid.web.project;

import dev.relogrid.matrix.project.Fleets;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.policy.Fleet;
import dev.relogrid.policy.FleetProblem;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.project.NodesView.KernelNodesView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many machines of a project run which kernel. */
@RestController
@RequestMapping("/api/v1/projects/{project}/fleet")
final class FleetController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Known known;
    private final Fleets fleets;

    FleetController(Known known, Fleets fleets) {
        this.known = known;
        this.fleets = fleets;
    }

    /** Kernels, by id or release, and how many machines run each; the most first. */
    record FleetView(long nodes, List<KernelNodesView> kernels) {
        static FleetView of(Fleet fleet) {
            return new FleetView(
                    fleet.total(),
                    fleet.nodes().entrySet().stream()
                            .map(entry -> new KernelNodesView(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    @Operation(operationId = "getFleet", summary = "How many machines run which kernel")
    @GetMapping(produces = "application/json")
    FleetView get(@PathVariable String project) {
        return FleetView.of(fleets.get(known.project(project)));
    }

    @Operation(operationId = "getFleetTable", summary = "How many machines run which kernel, as a table")
    @GetMapping(produces = "text/csv")
    ResponseEntity<String> table(@PathVariable String project) {
        StringBuilder csv = new StringBuilder("kernel,nodes\n");
        fleets.get(known.project(project))
                .nodes()
                .forEach((kernel, nodes) ->
                        csv.append(kernel).append(',').append(nodes).append('\n'));
        return ResponseEntity.ok().contentType(CSV).body(csv.toString());
    }

    @Operation(
            operationId = "putFleet",
            summary = "Sets how many machines run which kernel: lines of kernel,nodes, or JSON; nothing clears it")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
            })
    @PutMapping(
            consumes = {"text/csv", "text/tab-separated-values", "text/plain", "application/json"},
            produces = "application/json")
    FleetView put(@PathVariable String project, @RequestBody(required = false) byte @Nullable [] body) {
        Project found = known.project(project);
        Fleet fleet = body == null || body.length == 0 ? Fleet.NONE : parse(new String(body, StandardCharsets.UTF_8));
        fleets.set(found, fleet);
        return FleetView.of(fleets.get(found));
    }

    private static Fleet parse(String text) {
        try {
            return Fleet.parse(text);
        } catch (FleetProblem e) {
            List<Map<String, String>> errors = e.lines().stream()
                    .map(bad -> Map.of("field", "line " + bad.line(), "message", bad.what()))
                    .toList();
            throw new ApiException(
                    ApiProblem.MALFORMED_INPUT, String.valueOf(e.getMessage()), Map.of("errors", errors));
        }
    }
}
