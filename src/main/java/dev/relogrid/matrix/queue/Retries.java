package dev.relogrid.matrix.queue;

import java.time.Duration;

/**
 * How often, and when, what failed is tried again.
 *
 * @param most how often after the first time
 * @param first how long to wait before the second try
 * @param factor by which each wait is longer than the one before
 */
public record Retries(int most, Duration first, double factor) {

    /** How long to wait after so many failures, at least one. */
    Duration after(int failures) {
        return Duration.ofMillis(Math.round(first.toMillis() * Math.pow(factor, failures - 1)));
    }
}
