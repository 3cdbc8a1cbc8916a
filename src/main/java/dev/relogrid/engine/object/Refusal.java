package dev.relogrid.engine.object;

/**
 * Why libbpf would not open the object, on any kernel.
 *
 * @param errno positive number; 4000 and more are libbpf's own
 * @param why one sentence
 */
public record Refusal(int errno, String why) {
    static final int ESRCH = 3;
    static final int ENOENT = 2;
    static final int EINVAL = 22;
    static final int EOPNOTSUPP = 95;
    /** {@code LIBBPF_ERRNO__FORMAT}. */
    static final int FORMAT = 4001;
    /** {@code LIBBPF_ERRNO__RELOC}. */
    static final int RELOC = 4005;
}
