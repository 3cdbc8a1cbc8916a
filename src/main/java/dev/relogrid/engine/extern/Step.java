package dev.relogrid.engine.extern;

/** The steps libbpf takes over an object's externs ({@code bpf_object__resolve_externs}), in order; each may end it. */
public enum Step {
    /** Options libbpf answers itself: {@code LINUX_KERNEL_VERSION} and the like. */
    VIRTUAL,
    /** The lines of the kernel's configuration. */
    CONFIG,
    /** The lines of {@code /proc/kallsyms}. */
    KALLSYMS,
    /** Variables and functions in the types of kernel and modules. */
    TYPES,
    /** Whatever is strong and was found nowhere. */
    STRONG;

    /** Whether libbpf goes through the externs in its own order there, and not through the lines of a file. */
    boolean isInOrder() {
        return this == VIRTUAL || this == TYPES;
    }
}
