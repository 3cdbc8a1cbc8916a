package dev.relogrid.web.event;

import dev.relogrid.matrix.event.EventMessage;
import dev.relogrid.matrix.event.Events;
import dev.relogrid.web.api.NextPage;
import dev.relogrid.web.api.Paging;
import dev.relogrid.web.api.PagingParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The feed of what broke and what was fixed. */
@Tag(name = "events")
@RestController
final class EventsController {
    private static final int NEWEST = 50;

    private final Events events;

    EventsController(Events events) {
        this.events = events;
    }

    /**
     * Some events, the oldest first.
     *
     * @param nextCursor where the feed goes on; given even when there is nothing more yet, to come back with
     */
    record EventPage(List<EventMessage> items, @Nullable String nextCursor) {}

    @Operation(
            operationId = "listEvents",
            summary = "Lists what broke and what was fixed, the oldest first",
            description =
                    "`nextCursor` is always given once something was listed: asking again with it later gives what"
                            + " happened since.")
    @PagingParameters
    @GetMapping(path = "/api/v1/events", produces = "application/json")
    ResponseEntity<EventPage> list(
            @RequestParam(required = false) @Nullable String project, @Parameter(hidden = true) Paging paging) {
        long after = paging.key().map(EventsController::id).orElse(0L);
        List<EventMessage> items = events.after(project, after, paging.limit()).stream()
                .map(EventMessage::of)
                .toList();
        String next =
                items.isEmpty() ? paging.cursor() : Paging.after(items.getLast().id());
        String link = items.size() == paging.limit() ? next : null;
        return NextPage.answer(new EventPage(items, next), link);
    }

    private static long id(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Paging.unknown();
        }
    }

    @Operation(operationId = "getEventFeed", summary = "Gives the newest events as an Atom feed")
    @GetMapping(path = "/api/v1/events.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    String atom(@RequestParam(required = false) @Nullable String project) {
        String self = ServletUriComponentsBuilder.fromCurrentRequest().toUriString();
        return AtomFeed.of(project, self, events.newest(project, NEWEST));
    }
}
