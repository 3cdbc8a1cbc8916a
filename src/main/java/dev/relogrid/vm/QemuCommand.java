package dev.relogrid.vm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of QEMU: one processor, no disk, no network card, no screen, no monitor, no shared folder; the
 * console on its standard output, the shared area as a device.
 */
final class QemuCommand {
    private static final String SANDBOX = "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny";
    /**
     * An oops ends the guest, a panic ends it at once; self tests of the crypto layer would cost a second, and addresses
     * that stay make two runs comparable; the check of the timer takes a busy host for a broken one.
     */
    private static final String KERNEL_WORDS = "quiet panic=-1 oops=panic cryptomgr.notests nokaslr no_timer_check ";

    private QemuCommand() {}

    /** The words after the {@link Guard}'s. */
    static List<String> words(Launch launch, Path kernel, Path initrd, Path area, long areaBytes) {
        Machine machine = launch.machine();
        List<String> words = new ArrayList<>();
        words.add(machine.qemu);
        words.addAll(List.of("-accel", launch.accelerator().option()));
        words.addAll(machine.options);
        words.addAll(machine.cpu(launch.accelerator()));
        words.addAll(List.of("-m", "" + launch.options().memoryMiB(), "-smp", "1"));
        words.addAll(List.of("-nodefaults", "-no-user-config", "-nic", "none", "-display", "none", "-no-reboot"));
        words.addAll(List.of("-kernel", kernel.toString(), "-initrd", initrd.toString()));
        words.addAll(List.of(
                "-append", KERNEL_WORDS + machine.kernelWords + launch.trial().kernelWords()));
        words.addAll(List.of("-chardev", "stdio,id=console,signal=off", "-serial", "chardev:console"));
        String shared = "memory-backend-file,id=shared,share=on,mem-path=" + quoted(area) + ",size=" + areaBytes;
        words.addAll(List.of("-object", shared, "-device", "ivshmem-plain,memdev=shared"));
        words.addAll(List.of("-sandbox", SANDBOX));
        return words;
    }

    /** QEMU takes a comma for the end of a value, unless it is doubled. */
    private static String quoted(Path path) {
        return path.toString().replace(",", ",,");
    }
}
