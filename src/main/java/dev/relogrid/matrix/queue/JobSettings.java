package dev.relogrid.matrix.queue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code relogrid.jobs.*}.
 *
 * @param poll how often a node looks for work others put into a queue
 * @param heartbeat how often a node says that it is still at a job
 * @param missed how many heartbeats are missed before it is held for dead, at least 4
 * @param threads objects judged at the same time; 0 for one for each processor
 * @param boots runs of booting at the same time, each of which boots as many kernels side by side as the machine carries
 * @param deliveries webhooks told at the same time
 * @param retries how often what failed is tried again
 * @param backoff how long to wait before the second try; each wait is twice the one before
 * @param shutdown how long a node that goes down waits for its jobs to end before it gives them back
 */
@ConfigurationProperties("relogrid.jobs")
public record JobSettings(
        Duration poll,
        Duration heartbeat,
        int missed,
        int threads,
        int boots,
        int deliveries,
        int retries,
        Duration backoff,
        Duration shutdown) {

    public Retries ordinaryRetries() {
        return new Retries(retries, backoff, 2);
    }

    /** Objects judged at the same time. */
    public int judges() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
