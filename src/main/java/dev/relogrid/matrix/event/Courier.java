package dev.relogrid.matrix.event;

import dev.relogrid.matrix.event.Deliveries.Letter;
import dev.relogrid.matrix.queue.DatabaseClock;
import dev.relogrid.matrix.queue.Retries;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages, signs them and takes them to where they go. */
@Component
final class Courier {
    private static final double FACTOR = 3;

    private final Events events;
    private final JsonMapper json;
    private final DatabaseClock clock;
    private final WebhookSettings settings;

    Courier(Events events, JsonMapper json, DatabaseClock clock, WebhookSettings settings) {
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    Retries retries() {
        return new Retries(settings.attempts() - 1, settings.backoff(), FACTOR);
    }

    /**
     * Sends it once.
     *
     * @return the answer's status
     * @throws WebhookProblem when nobody may be told there
     * @throws IOException when there was no answer
     */
    int tell(long delivery, Letter letter) throws IOException {
        Destination to = Destination.of(letter.url());
        byte[] body = json.writeValueAsBytes(EventMessage.of(events.get(letter.eventId())));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "relogrid");
        headers.put("Relogrid-Event", Long.toString(letter.eventId()));
        headers.put("Relogrid-Delivery", Long.toString(delivery));
        headers.put(Signature.HEADER, Signature.of(letter.secret(), clock.now(), body));
        return new Post(to, to.resolve(settings.allowPrivate()), settings.timeLimit()).send(headers, body);
    }
}
