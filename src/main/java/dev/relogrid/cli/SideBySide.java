package dev.relogrid.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same slow work for several things at the same time, but only so many; the first failure ends all. */
final class SideBySide {
    private SideBySide() {}

    /** What is done for one. */
    interface Work<T, R> {
        R of(T thing) throws Exception;
    }

    /** The results in the order of the things. */
    static <T, R> List<R> map(int atOnce, List<T> things, Work<T, R> work) {
        List<R> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(atOnce, things.size())))) {
            List<Future<R>> running = new ArrayList<>();
            for (T thing : things) {
                running.add(pool.submit(() -> work.of(thing)));
            }
            try {
                for (Future<R> future : running) {
                    results.add(future.get());
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new NoAnswer("interrupted");
            }
        }
        return results;
    }
}
