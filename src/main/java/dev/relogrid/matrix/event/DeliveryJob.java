package dev.relogrid.matrix.event;

import dev.relogrid.matrix.event.Deliveries.Letter;
import dev.relogrid.matrix.queue.Attempt;
import dev.relogrid.matrix.queue.Job;
import dev.relogrid.matrix.queue.JobSettings;
import dev.relogrid.matrix.queue.Queue;
import dev.relogrid.matrix.queue.Retries;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a webhook of an event. */
@Component
final class DeliveryJob implements Job {
    private static final int LEAST_GOOD = 200;
    private static final int LEAST_OTHER = 300;

    private final Deliveries deliveries;
    private final Courier courier;
    private final int workers;
    private final MeterRegistry metrics;

    DeliveryJob(Deliveries deliveries, Courier courier, JobSettings settings, MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.workers = settings.deliveries();
        this.metrics = metrics;
    }

    @Override
    public Queue queue() {
        return Deliveries.QUEUE;
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public Retries retries() {
        return courier.retries();
    }

    @Override
    public boolean run(String id, Attempt attempt) {
        long delivery = Long.parseLong(id);
        Optional<Letter> letter = deliveries.waiting(delivery);
        if (letter.isEmpty()) {
            return true; // told before, or nobody wants to be told any more
        }
        int status = send(delivery, letter.get());
        if (status < LEAST_GOOD || status >= LEAST_OTHER) {
            throw failed(delivery, status, "the answer's status is " + status);
        }
        deliveries.delivered(delivery, status);
        count("delivered");
        return true;
    }

    private int send(long delivery, Letter letter) {
        if (!letter.active()) {
            throw failed(delivery, null, "the webhook is switched off");
        }
        try {
            return courier.tell(delivery, letter);
        } catch (WebhookProblem e) {
            throw failed(delivery, null, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw failed(delivery, null, "nothing was heard: " + e.getMessage());
        }
    }

    private WebhookProblem failed(long delivery, @Nullable Integer status, String error) {
        deliveries.failed(delivery, status, error);
        count("failed");
        return new WebhookProblem(error);
    }

    @Override
    public void gaveUp(String id, String reason) {
        deliveries.dead(Long.parseLong(id));
        count("dead");
    }

    private void count(String outcome) {
        metrics.counter("relogrid.webhook.deliveries", "outcome", outcome).increment();
    }
}
