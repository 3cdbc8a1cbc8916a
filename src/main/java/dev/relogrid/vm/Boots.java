package dev.relogrid.vm;

import dev.relogrid.vm.Launch.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Boots kernels and has them judge objects. Every guest is a process of its own that ends with the boot, and with this
 * JVM however that ends. Safe for use by several threads, which then share nothing: each call keeps to the budget for
 * itself.
 */
public final class Boots {
    private final GuestPrograms guests;
    private final BootOptions options;
    private final int atOnce;
    private final Trial trial;

    private Boots(GuestPrograms guests, BootOptions options, int atOnce, Trial trial) {
        this.guests = guests;
        this.options = options;
        this.atOnce = atOnce;
        this.trial = trial;
    }

    /** With as many guests side by side as this machine carries: one for each processor but one, in free memory. */
    public static Boots open(GuestPrograms guests, BootOptions options) {
        return open(guests, options, Budget.freeMemory(), Budget.processors());
    }

    /**
     * @param memoryBudgetMiB for all guests that run at the same time
     * @param atOnce how many may, if the budget allows it; one always may
     */
    public static Boots open(GuestPrograms guests, BootOptions options, int memoryBudgetMiB, int atOnce) {
        return new Boots(guests, options, Budget.guests(memoryBudgetMiB, atOnce, options), Trial.NONE);
    }

    /** The same with settings of the guest's that are no business of others: faults on purpose. */
    Boots with(Trial settings) {
        return new Boots(guests, options, atOnce, settings);
    }

    /** Whether there is a guest for kernels of that architecture, by Debian's name. */
    public static boolean isBootable(String arch) {
        return Machine.isKnown(arch);
    }

    /** How many guests run side by side. */
    public int atOnce() {
        return atOnce;
    }

    /**
     * Boots one kernel, as often as it takes, until all is known of every object that can be known. Blocks.
     *
     * @throws BootProblem when nothing can be booted here
     * @throws CancellationException when the thread is interrupted; its guests are gone then
     */
    public BootReport run(BootKernel kernel, List<BootObject> objects, BootListener listener) {
        return runAll(List.of(kernel), objects, listener).getFirst();
    }

    /**
     * Boots several kernels, some of them side by side; the reports are in the order of the kernels.
     *
     * @throws BootProblem when one of them cannot be booted here; none is, then
     * @throws CancellationException when the thread is interrupted; its guests are gone then
     */
    public List<BootReport> runAll(List<BootKernel> kernels, List<BootObject> objects, BootListener listener) {
        requireUnique(objects);
        for (BootObject object : objects) {
            ObjectFrames.of(object); // what a guest could not be told is said before anything boots
        }
        List<Callable<BootReport>> tasks = new ArrayList<>();
        for (BootKernel kernel : kernels) {
            Launch launch = launch(kernel, trial);
            tasks.add(() -> batch(launch, objects, listener).run());
        }
        return all(tasks);
    }

    /**
     * Has a kernel measured, at the second try if the first guest died.
     *
     * @throws BootProblem when it cannot be booted here
     * @throws CancellationException when the thread is interrupted; its guests are gone then
     */
    public ProbeReport probe(BootKernel kernel) {
        return probeAll(List.of(kernel)).getFirst();
    }

    /** The same for several, some of them side by side; the reports are in the order of the kernels. */
    public List<ProbeReport> probeAll(List<BootKernel> kernels) {
        List<Callable<ProbeReport>> tasks = new ArrayList<>();
        for (BootKernel kernel : kernels) {
            Launch launch = launch(kernel, withProbe());
            tasks.add(() -> probe(launch));
        }
        return all(tasks);
    }

    private Trial withProbe() {
        return boot -> {
            Map<String, String> conf = new LinkedHashMap<>(trial.conf(boot));
            conf.put("probe", "1");
            return conf;
        };
    }

    private static ProbeReport probe(Launch launch) throws InterruptedException {
        Batch first = batch(launch, List.of(), BootListener.NONE);
        BootReport report = first.run();
        if (report.boots().getLast().end() == BootEnd.DONE) {
            return new ProbeReport(report.kernel(), report.guest(), first.facts(), report.boots());
        }
        Batch second = batch(launch, List.of(), BootListener.NONE);
        BootReport again = second.run();
        List<BootReport.Boot> boots = new ArrayList<>(report.boots());
        boots.addAll(again.boots());
        boolean whole = again.boots().getLast().end() == BootEnd.DONE;
        return new ProbeReport(
                report.kernel(), again.guest(), whole ? second.facts() : new TreeMap<>(), List.copyOf(boots));
    }

    private Launch launch(BootKernel kernel, Trial settings) {
        Machine machine = Machine.of(kernel.arch());
        requireFiles(kernel);
        QemuVersion.of(machine);
        Accelerator wanted = options.accelerator();
        Accelerator accelerator = wanted == null ? Accelerator.TCG : wanted;
        return new Launch(kernel, machine, accelerator, guests.read(machine), options, settings);
    }

    private static Batch batch(Launch launch, List<BootObject> objects, BootListener listener)
            throws InterruptedException {
        Launch chosen = launch.options().accelerator() == null ? launch.with(KvmTrial.choose(launch)) : launch;
        List<InputFrame> modules = new ArrayList<>();
        for (Path module : launch.kernel().modules()) {
            modules.add(InputFrame.module(module.getFileName().toString(), read(module)));
        }
        return new Batch(chosen, QemuVersion.of(launch.machine()), objects, modules, listener);
    }

    private static void requireFiles(BootKernel kernel) {
        List<Path> files = new ArrayList<>(kernel.modules());
        files.add(kernel.image());
        if (kernel.config() != null) {
            files.add(kernel.config());
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new BootProblem(kernel.id() + " cannot be booted: " + file + " cannot be read");
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void requireUnique(List<BootObject> objects) {
        Set<String> names = new HashSet<>();
        for (BootObject object : objects) {
            if (!names.add(object.name())) {
                throw new BootProblem("two objects are named " + object.name());
            }
        }
    }

    /** On threads of its own: a guest ends with the thread that started it, and callers' threads may come and go. */
    private <T> List<T> all(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                atOnce, task -> Thread.ofPlatform().name("guest").daemon().unstarted(task))) {
            List<T> results = new ArrayList<>();
            try {
                for (Future<T> future : tasks.stream().map(threads::submit).toList()) {
                    results.add(future.get());
                }
                return results;
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while guests were running");
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }
}
