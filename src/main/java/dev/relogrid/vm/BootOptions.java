package dev.relogrid.vm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits and wishes of a boot.
 *
 * @param attach whether programs that load are attached too
 * @param memoryMiB of the guest
 * @param wall the longest a boot may take, on emulation
 * @param stall the longest it may be without a sign of life once it has come up; coming up may take two minutes
 * @param program the longest one program may take to load
 * @param logBytes of a verifier log that are kept, a quarter of them its head
 * @param accelerator the one to use; null for the fastest that boots the kernel
 */
public record BootOptions(
        boolean attach,
        int memoryMiB,
        Duration wall,
        Duration stall,
        Duration program,
        int logBytes,
        @Nullable Accelerator accelerator) {
    public static final BootOptions DEFAULT = new BootOptions(
            false, 1024, Duration.ofMinutes(20), Duration.ofMinutes(2), Duration.ofMinutes(1), 256 << 10, null);

    /** The fastest accelerator there is. */
    public BootOptions(boolean attach, int memoryMiB, Duration wall, Duration stall, Duration program, int logBytes) {
        this(attach, memoryMiB, wall, stall, program, logBytes, null);
    }

    public BootOptions withAttach(boolean wanted) {
        return new BootOptions(wanted, memoryMiB, wall, stall, program, logBytes, accelerator);
    }

    public BootOptions withMemory(int mebibytes) {
        return new BootOptions(attach, mebibytes, wall, stall, program, logBytes, accelerator);
    }

    /**
     * @param whole the longest a boot may take
     * @param silent the longest it may take without a sign of life
     */
    public BootOptions withLimits(Duration whole, Duration silent) {
        return new BootOptions(attach, memoryMiB, whole, silent, program, logBytes, accelerator);
    }

    /** @param forced the one to use; null for the fastest that boots the kernel */
    public BootOptions withAccelerator(@Nullable Accelerator forced) {
        return new BootOptions(attach, memoryMiB, wall, stall, program, logBytes, forced);
    }
}
