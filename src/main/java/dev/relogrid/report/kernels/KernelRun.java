package dev.relogrid.report.kernels;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work for every kernel, as many at a time as there are processors, and hands the results over in the
 * order of the kernels. Only as many kernels as are being worked on are in memory.
 */
public final class KernelRun {
    private KernelRun() {}

    /**
     * What came of one kernel.
     *
     * @param result null when the kernel could not be read
     * @param problem why it could not, without saying which kernel unless that is part of it; empty otherwise
     */
    public record Outcome<T>(StoredKernel kernel, @Nullable T result, String problem) {}

    /** @throws CancellationException when the thread is interrupted meanwhile */
    public static <T> void forEach(
            List<StoredKernel> kernels, Function<StoredKernel, T> work, Consumer<Outcome<T>> then) {
        if (kernels.isEmpty()) {
            return;
        }
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), kernels.size());
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers))) {
            List<Future<Outcome<T>>> running = new ArrayList<>();
            for (StoredKernel kernel : kernels) {
                running.add(pool.submit(() -> one(kernel, work)));
            }
            try {
                for (Future<Outcome<T>> future : running) {
                    then.accept(future.get());
                }
            } catch (ExecutionException e) {
                pool.shutdownNow();
                throw rethrown(e);
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    private static <T> Outcome<T> one(StoredKernel kernel, Function<StoredKernel, T> work) {
        try {
            return new Outcome<>(kernel, work.apply(kernel), "");
        } catch (MalformedInput e) {
            return new Outcome<>(kernel, null, String.valueOf(e.getMessage()));
        } catch (ArchiveProblem e) {
            return new Outcome<>(kernel, null, String.valueOf(e.getMessage()));
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e);
        };
    }
}
