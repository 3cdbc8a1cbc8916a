package dev.relogrid.cli;

import dev.relogrid.vm.BootEnd;
import dev.relogrid.vm.GuestStage;

/** How guests end and programs fail, as clauses. */
final class BootWords {
    private BootWords() {}

    static String of(BootEnd end) {
        return switch (end) {
            case DONE -> "as it should";
            case PANIC -> "its kernel panicked";
            case OOPS -> "its kernel broke on a fault of its own";
            case HANG -> "it hung";
            case TIMEOUT -> "it took too long";
            case OUT_OF_MEMORY -> "it ran out of memory";
            case RESET -> "it started again or went off without a word";
            case GARBLED -> "what it sent is damaged";
            case NOT_BOOTED -> "its kernel did not start";
            case QEMU_DIED -> "QEMU died or was killed";
        };
    }

    static String of(GuestStage stage) {
        return switch (stage) {
            case OPEN -> "libbpf opening it";
            case VMLINUX_BTF -> "libbpf reading the kernel's types";
            case EXTERNS -> "libbpf resolving externs";
            case BTF_UPLOAD -> "libbpf handing its types over";
            case STRUCT_OPS -> "libbpf preparing struct_ops";
            case MAP_CREATE -> "the kernel creating maps";
            case RELOCATION -> "libbpf relocating";
            case ATTACH_TARGET -> "libbpf finding its attach target";
            case PROG_LOAD -> "the verifier";
            case PROG_ARRAY -> "filling a program array";
            case LOAD_OTHER -> "libbpf loading";
            case SECTION -> "libbpf reading the section's name";
            case ATTACH -> "attaching";
            case DONE -> "nothing";
        };
    }
}
