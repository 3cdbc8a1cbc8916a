package dev.relogrid.vm;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that run for us, so that none outlives us. */
final class Living {
    private static final Set<Process> PROCESSES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PROCESSES.forEach(Process::destroyForcibly)));
    }

    private Living() {}

    /** The {@link Guard} ends the process when the calling thread ends: it has to stay. */
    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        PROCESSES.add(process);
        return process;
    }

    /** Ends it, if it has not ended, and waits for that, whatever the thread is asked to do meanwhile. */
    static void end(Process process) {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        PROCESSES.remove(process);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** For tests that look for what was left behind, or leave it behind. */
    static Set<Process> all() {
        return Set.copyOf(PROCESSES);
    }
}
