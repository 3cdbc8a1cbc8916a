package dev.relogrid.cli;

import dev.relogrid.vm.BootKernel;
import dev.relogrid.vm.BootListener;
import dev.relogrid.vm.BootObject;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.EvidenceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Boots kernels, as many side by side as the machine carries. What each said is kept as soon as it is done, so that an
 * end half-way loses only what was under way.
 */
record BootBatch(Boots boots, EvidenceStore store, BootListener listener) {
    /** The reports in the order of the kernels. */
    List<BootReport> run(List<BootKernel> kernels, List<BootObject> objects) {
        if (kernels.isEmpty()) {
            return List.of();
        }
        Map<String, BootObject> byName = new LinkedHashMap<>();
        objects.forEach(object -> byName.put(object.name(), object));
        List<BootReport> reports = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(boots.atOnce(), kernels.size()))) {
            List<Future<BootReport>> running = new ArrayList<>();
            for (BootKernel kernel : kernels) {
                running.add(pool.submit(() -> {
                    BootReport report = boots.run(kernel, objects, listener);
                    store.put(report, byName);
                    return report;
                }));
            }
            try {
                for (Future<BootReport> future : running) {
                    reports.add(future.get());
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
        return reports;
    }
}
