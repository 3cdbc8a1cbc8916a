package dev.relogrid.vm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that came of one kernel and some objects, over as many boots as it took.
 *
 * @param guest what the first guest said of itself; null when none ever did
 * @param objects in the order of the request, each once
 * @param boots in order
 */
public record BootReport(String kernel, @Nullable GuestFacts guest, List<BootedObject> objects, List<Boot> boots) {

    /**
     * One run of QEMU.
     *
     * @param untilGuest from starting QEMU to the guest's first word, null when there was none
     * @param untilVerdict to the first program's verdict, likewise
     * @param consoleTail the last of its console, empty when it ended well
     */
    public record Boot(
            BootEnd end,
            Duration total,
            @Nullable Duration untilGuest,
            @Nullable Duration untilVerdict,
            int programs,
            String consoleTail) {}

    /**
     * @param release of the kernel that ran
     * @param version of its build
     * @param libbpf in the guest, as in {@code 1.7}
     * @param accelerator {@code tcg} or {@code kvm}
     * @param qemu its version
     * @param memoryMiB the kernel had
     * @param modules it was given, as the kernel spells their names
     */
    public record GuestFacts(
            String release,
            String version,
            String libbpf,
            String accelerator,
            String qemu,
            int memoryMiB,
            List<String> modules) {
        public GuestFacts {
            modules = List.copyOf(modules);
        }
    }
}
