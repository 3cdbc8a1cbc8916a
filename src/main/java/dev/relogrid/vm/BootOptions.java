package dev.relogrid.vm;

import java.time.Duration;

/**
 * Limits and wishes of a boot.
 *
 * @param attach whether programs that load are attached too
 * @param memoryMiB of the guest
 * @param wall the longest a boot may take, on emulation
 * @param stall the longest it may take without a sign of life
 * @param program the longest one program may take to load
 * @param logBytes of a verifier log that are kept, a quarter of them its head
 */
public record BootOptions(
        boolean attach, int memoryMiB, Duration wall, Duration stall, Duration program, int logBytes) {
    public static final BootOptions DEFAULT = new BootOptions(
            false, 1024, Duration.ofMinutes(20), Duration.ofMinutes(2), Duration.ofMinutes(1), 256 << 10);
}
