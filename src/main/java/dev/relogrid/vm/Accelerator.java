package dev.relogrid.vm;

/** How QEMU runs a guest's instructions. */
public enum Accelerator {
    /** By translating them: works everywhere. */
    TCG,
    /** On the processor: only where {@code /dev/kvm} is there, is allowed, and really starts a kernel. */
    KVM;

    /** The value of QEMU's {@code -accel}; the translation cache is bounded, and one processor needs one thread. */
    String option() {
        return this == KVM ? "kvm" : "tcg,thread=single,tb-size=128";
    }

    /** By the name evidence has it under. */
    public String word() {
        return this == KVM ? "kvm" : "tcg";
    }
}
