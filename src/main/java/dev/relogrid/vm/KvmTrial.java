package dev.relogrid.vm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whether KVM may be used. That the device is there proves nothing: it may be closed to the user QEMU runs as, and a
 * guest may not come up on it. So the kernel in question is started on it once, and the answer remembered.
 */
final class KvmTrial {
    private static final Path DEVICE = Path.of("/dev/kvm");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<Machine, Boolean> KNOWN = new EnumMap<>(Machine.class);

    private KvmTrial() {}

    /** The accelerator for a launch that has none yet. */
    static Accelerator choose(Launch launch) throws InterruptedException {
        if (!launch.machine().isHost() || !Files.exists(DEVICE)) {
            return Accelerator.TCG;
        }
        synchronized (KNOWN) {
            Boolean works = KNOWN.get(launch.machine());
            if (works == null) {
                works = boots(launch);
                KNOWN.put(launch.machine(), works);
            }
            return works ? Accelerator.KVM : Accelerator.TCG;
        }
    }

    private static boolean boots(Launch launch) throws InterruptedException {
        BootOptions options = launch.options().withLimits(PATIENCE, PATIENCE);
        Launch trial = new Launch(
                launch.kernel(), launch.machine(), Accelerator.KVM, launch.program(), options, Launch.Trial.NONE);
        Hearing hearing = new Hearing(0, false, (object, program) -> {});
        return new Guest(trial, List.of(), hearing).run().end() == BootEnd.DONE;
    }
}
