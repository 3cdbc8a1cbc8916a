package dev.relogrid.web.run;

import dev.relogrid.matrix.run.Runs;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A run as it goes, as server-sent events, on any node. Written by the request's own thread, which is a virtual one and may
 * wait for hours.
 */
@Tag(name = "runs")
@RestController
final class RunEventsController {
    private static final String EVENT_STREAM = "text/event-stream";

    private final Runs runs;
    private final Following following;

    RunEventsController(Runs runs, Following following) {
        this.runs = runs;
        this.following = following;
    }

    @Operation(operationId = "followRun", summary = "Tells what happens in a run as it happens, until it has ended")
    @ApiResponse(
            responseCode = "200",
            description = "Events `cell`, `progress` and at last `done`, each with an increasing `id`.",
            content = @Content(mediaType = EVENT_STREAM, schema = @Schema(type = "string")))
    @GetMapping(path = "/api/v1/runs/{id}/events", produces = EVENT_STREAM)
    void events(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws IOException {
        int last = number(lastEventId);
        if (runs.find(id).isEmpty()) {
            throw RunsController.unknown(id);
        }
        response.setContentType(EVENT_STREAM);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that collects answers would keep them back
        following.write(id, last, response.getOutputStream());
    }

    private static int number(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return 0;
        }
        if (!lastEventId.matches("\\d{1,9}")) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST,
                    "Last-Event-ID is the id of an event of this run, not '" + lastEventId + "'");
        }
        return Integer.parseInt(lastEventId);
    }
}
