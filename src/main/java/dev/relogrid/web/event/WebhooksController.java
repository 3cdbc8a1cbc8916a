package dev.relogrid.web.event;

import dev.relogrid.matrix.event.Delivery;
import dev.relogrid.matrix.event.Webhook;
import dev.relogrid.matrix.event.WebhookProblem;
import dev.relogrid.matrix.event.Webhooks;
import dev.relogrid.web.api.NextPage;
import dev.relogrid.web.api.Paging;
import dev.relogrid.web.api.PagingParameters;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is told what happens in a project. */
@Tag(name = "events")
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/webhooks", produces = "application/json")
final class WebhooksController {
    private final Webhooks webhooks;

    WebhooksController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * A webhook.
     *
     * @param secret what its messages are signed with; only in the answer that made it
     */
    record WebhookView(
            String id,
            String url,
            boolean active,
            Instant createdAt,
            @Nullable String secret) {
        static WebhookView of(Webhook webhook, @Nullable String secret) {
            return new WebhookView(
                    Long.toString(webhook.id()), webhook.url(), webhook.active(), webhook.createdAt(), secret);
        }
    }

    record WebhookList(List<WebhookView> items) {}

    /**
     * A webhook to be made.
     *
     * @param url {@code http:} or {@code https:}, of a public host
     * @param secret to sign with; a random one when left out
     */
    record NewWebhook(@Nullable String url, @Nullable String secret) {}

    /** What is to be changed; what is left out stays. */
    record WebhookChange(@Nullable String url, @Nullable Boolean active) {}

    /**
     * One event for one webhook.
     *
     * @param state {@code waiting}, {@code delivered} or {@code dead}
     * @param attempts how often it was tried since it began to wait
     * @param lastStatus HTTP status of the last answer
     * @param lastError why the last attempt failed
     */
    record DeliveryView(
            String id,
            String event,
            String state,
            int attempts,
            Instant changedAt,
            @Nullable Integer lastStatus,
            @Nullable String lastError) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    Long.toString(delivery.id()),
                    Long.toString(delivery.eventId()),
                    delivery.state().code(),
                    delivery.attempts(),
                    delivery.changedAt(),
                    delivery.lastStatus(),
                    delivery.lastError());
        }
    }

    /** Some deliveries, the newest first. */
    record DeliveryPage(List<DeliveryView> items, @Nullable String nextCursor) {}

    @Operation(operationId = "listWebhooks", summary = "Lists a project's webhooks")
    @GetMapping
    WebhookList list(@PathVariable String project) {
        return new WebhookList(webhooks.list(project).orElseThrow(() -> noProject(project)).stream()
                .map(webhook -> WebhookView.of(webhook, null))
                .toList());
    }

    @Operation(operationId = "addWebhook", summary = "Adds a webhook; its secret is shown this once")
    @ApiResponse(responseCode = "201", description = "It is told from now on; Location is its address.")
    @PostMapping(consumes = "application/json")
    ResponseEntity<WebhookView> add(@PathVariable String project, @RequestBody NewWebhook wanted) {
        String url = wanted.url();
        if (url == null) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "url is missing");
        }
        Webhooks.Made made =
                tellable(() -> webhooks.add(project, url, wanted.secret())).orElseThrow(() -> noProject(project));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + project + "/webhooks/"
                        + made.webhook().id()))
                .body(WebhookView.of(made.webhook(), made.secret()));
    }

    @Operation(operationId = "getWebhook", summary = "Gives one webhook")
    @GetMapping("/{id}")
    WebhookView get(@PathVariable String project, @PathVariable long id) {
        return WebhookView.of(webhook(project, id), null);
    }

    @Operation(operationId = "changeWebhook", summary = "Changes a webhook's address, or switches it off or on")
    @PatchMapping(path = "/{id}", consumes = "application/json")
    WebhookView change(@PathVariable String project, @PathVariable long id, @RequestBody WebhookChange change) {
        return WebhookView.of(
                tellable(() -> webhooks.change(project, id, change.url(), change.active()))
                        .orElseThrow(() -> noWebhook(id)),
                null);
    }

    @Operation(operationId = "removeWebhook", summary = "Removes a webhook and what it was still to be told")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String project, @PathVariable long id) {
        if (!webhooks.remove(project, id)) {
            throw noWebhook(id);
        }
    }

    @Operation(
            operationId = "listDeliveries",
            summary = "Lists what a webhook was told and could not be told, the newest first")
    @PagingParameters
    @GetMapping("/{id}/deliveries")
    ResponseEntity<DeliveryPage> deliveries(
            @PathVariable String project,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String state,
            @Parameter(hidden = true) Paging paging) {
        Webhook webhook = webhook(project, id);
        List<Delivery> found =
                webhooks.deliveries(webhook, DeliveryWords.state(state), paging.before(), paging.limit() + 1);
        List<Delivery> shown = found.subList(0, Math.min(paging.limit(), found.size()));
        String next = found.size() > paging.limit()
                ? Paging.after(Long.toString(shown.getLast().id()))
                : null;
        return NextPage.answer(
                new DeliveryPage(shown.stream().map(DeliveryView::of).toList(), next), next);
    }

    @Operation(operationId = "redeliver", summary = "Tells a webhook again what could not be told")
    @ApiResponse(responseCode = "202", description = "It waits to be sent.")
    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redeliver(@PathVariable String project, @PathVariable long id, @PathVariable long delivery) {
        if (!webhooks.redeliver(webhook(project, id), delivery)) {
            throw new ApiException(
                    ApiProblem.CONFLICT, "the delivery " + delivery + " is not dead: only those are told again");
        }
    }

    private Webhook webhook(String project, long id) {
        return webhooks.find(project, id).orElseThrow(() -> noWebhook(id));
    }

    private static <T> T tellable(Supplier<T> action) {
        try {
            return action.get();
        } catch (WebhookProblem e) {
            throw new ApiException(ApiProblem.MALFORMED_INPUT, String.valueOf(e.getMessage()));
        }
    }

    private static ApiException noProject(String project) {
        return new ApiException(ApiProblem.NOT_FOUND, "there is no project " + project);
    }

    private static ApiException noWebhook(long id) {
        return new ApiException(ApiProblem.NOT_FOUND, "there is no webhook " + id + " in this project");
    }
}
