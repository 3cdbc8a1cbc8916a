package dev.relogrid.vm;

import java.util.List;

/**
 * The machines QEMU plays for us, by Debian's name of their architecture.
 *
 * <p>Neither has a disk or a network card. On amd64 a clean end is told by the exit code of {@code isa-debug-exit}; arm64
 * has no such device, so the guest powers it off.
 */
enum Machine {
    AMD64(
            "qemu-system-x86_64",
            "qemu-system-x86",
            List.of("-M", "pc", "-device", "isa-debug-exit,iobase=0x501,iosize=0x04"),
            "console=ttyS0",
            33),
    ARM64(
            "qemu-system-aarch64",
            "qemu-system-arm",
            List.of("-M", "virt,gic-version=3"),
            "console=ttyAMA0 agent.poweroff=1",
            0);

    /** The program that plays it. */
    final String qemu;
    /** The Debian package it comes from. */
    final String debianPackage;

    final List<String> options;
    /** What its kernels are told beyond what all are. */
    final String kernelWords;
    /** QEMU's exit code when the guest said that it is done: {@code 0x10 << 1 | 1}, or an ordinary end. */
    final int cleanExit;

    Machine(String qemu, String debianPackage, List<String> options, String kernelWords, int cleanExit) {
        this.qemu = qemu;
        this.debianPackage = debianPackage;
        this.options = options;
        this.kernelWords = kernelWords;
        this.cleanExit = cleanExit;
    }

    static boolean isKnown(String arch) {
        return arch.equals("amd64") || arch.equals("arm64");
    }

    /** @throws BootProblem for an architecture that has no guest */
    static Machine of(String arch) {
        return switch (arch) {
            case "amd64" -> AMD64;
            case "arm64" -> ARM64;
            default ->
                throw new BootProblem(
                        "kernels of " + arch + " cannot be booted here: there are guests for amd64 and arm64 only");
        };
    }

    String arch() {
        return this == AMD64 ? "amd64" : "arm64";
    }

    /** Whether this program runs on a processor of that kind, so that KVM is worth a thought. */
    boolean isHost() {
        String host = System.getProperty("os.arch", "");
        return host.equals(this == AMD64 ? "amd64" : "aarch64");
    }

    /**
     * The processor. On amd64 it has no {@code cmpxchg16b} when it is translated: QEMU 7.2 leaves garbage in the flags
     * after it, of which a kernel from 6.6 on, whose allocator uses it, dies when an interrupt comes right then (4 of 15
     * boots of 6.12 on a busy machine, none of 15 without). On arm64 the virt board's own would be a 32-bit one.
     */
    List<String> cpu(Accelerator accelerator) {
        return switch (this) {
            case AMD64 -> accelerator == Accelerator.KVM ? List.of() : List.of("-cpu", "qemu64,-cx16");
            case ARM64 -> List.of("-cpu", accelerator == Accelerator.KVM ? "host" : "cortex-a57");
        };
    }
}
