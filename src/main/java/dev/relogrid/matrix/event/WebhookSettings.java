package dev.relogrid.matrix.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code relogrid.webhooks.*}.
 *
 * @param attempts how often an event is sent before it is given up
 * @param backoff how long to wait before the second attempt; each wait is three times the one before
 * @param timeLimit how long one attempt may take altogether
 * @param allowPrivate whether addresses that are not public may be told
 */
@ConfigurationProperties("relogrid.webhooks")
record WebhookSettings(int attempts, Duration backoff, Duration timeLimit, boolean allowPrivate) {}
