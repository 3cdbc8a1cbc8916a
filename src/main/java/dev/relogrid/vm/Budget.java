package dev.relogrid.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many guests this machine carries side by side. */
final class Budget {
    /** QEMU's own memory, its translation cache and the shared area, beyond the guest's memory. */
    private static final int BESIDE_MIB = 320;

    private Budget() {}

    /** Three quarters of the memory that is free now, in MiB. */
    static int freeMemory() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    long kibibytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
                    return (int) Math.min(Integer.MAX_VALUE, kibibytes / 1024 * 3 / 4);
                }
            }
        } catch (IOException e) {
            throw new BootProblem("guests can be booted on Linux only: there is no /proc/meminfo");
        }
        return 0;
    }

    /** One processor is left to others. */
    static int processors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** At least one: a machine too small for it will say so itself. */
    static int guests(int memoryMiB, int atOnce, BootOptions options) {
        return Math.max(1, Math.min(atOnce, memoryMiB / (options.memoryMiB() + BESIDE_MIB)));
    }
}
