package dev.relogrid.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often each client asked lately, reads and writes apart. Counted on each node by itself; the clients remembered are
 * bounded, and one that is forgotten starts afresh.
 */
final class RateLimits {
    private static final int MOST_CLIENTS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LimitSettings.Rate rate;
    private final Cache<String, Bucket> reads = cache();
    private final Cache<String, Bucket> writes = cache();

    RateLimits(LimitSettings.Rate rate) {
        this.rate = rate;
    }

    /**
     * Counts one request.
     *
     * @return nothing when it may pass, otherwise in how many seconds, at least one, there is room again
     */
    OptionalLong count(String client, boolean read) {
        if (!rate.enabled()) {
            return OptionalLong.empty();
        }
        Cache<String, Bucket> buckets = read ? reads : writes;
        int each = read ? rate.readsPerMinute() : rate.writesPerMinute();
        var probe = buckets.get(client, _ -> bucket(each)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1);
    }

    private static Bucket bucket(int each) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(each).refillGreedy(each, MINUTE))
                .build();
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }
}
