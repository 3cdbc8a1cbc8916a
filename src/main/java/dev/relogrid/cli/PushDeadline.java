package dev.relogrid.cli;

import java.time.Duration;

/**
 * When to give up.
 *
 * @param seconds how long everything may take together
 * @param end as {@link System#nanoTime} counts
 */
record PushDeadline(int seconds, long end) {

    static PushDeadline in(int seconds) {
        return new PushDeadline(
                seconds, System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    /** What is left, at least a millisecond: who asks with nothing left is told by what comes of it. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Whether there is time for a wait and something after it. */
    boolean allows(Duration wait) {
        return end - System.nanoTime() > wait.toNanos();
    }

    /** The shorter one of this and what is left. */
    Duration atMost(Duration longest) {
        Duration left = left();
        return left.compareTo(longest) < 0 ? left : longest;
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        }
    }
}
