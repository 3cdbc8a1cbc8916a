package dev.relogrid.engine.reach;

/**
 * How much memory the commonest helpers are handed, where an argument points to it: in bytes of which something behind it
 * may not change. Any other argument may reach to the end of the frame.
 *
 * <p>Source: the {@code bpf_func_proto}s of the kernel. All of it counts as written, as verifiers before 6.13 have it.
 */
final class HelperMemory {
    /** The argument is no memory at all, whatever it is. */
    static final int NONE = -1;
    /** Unknown: up to the end. */
    static final int REST = -2;
    /** As many bytes as a key of the map in argument 1. */
    static final int KEY = -3;
    /** As many bytes as a value of the map in argument 1. */
    static final int VALUE = -4;
    /** As many bytes as the argument of that number less 10 says: -11 to -15. */
    private static final int ARGUMENT = -10;

    private HelperMemory() {}

    /** What argument {@code register} of a helper is. */
    static int of(int helper, int register) {
        return switch (helper) {
            // bpf_map_lookup_elem, bpf_map_update_elem, bpf_map_delete_elem
            case 1, 2, 3 -> register == 2 ? KEY : register == 3 ? VALUE : REST;
            // bpf_map_push_elem, bpf_map_pop_elem, bpf_map_peek_elem
            case 87, 88, 89 -> register == 2 ? VALUE : REST;
            // bpf_probe_read, its kinds, bpf_copy_from_user: the source is a number to the verifier
            case 4, 45, 112, 113, 114, 115, 148 -> register == 1 ? sizeIn(2) : register == 3 ? NONE : REST;
            // bpf_trace_printk: what is printed is a number to the verifier
            case 6 -> register == 1 ? sizeIn(2) : NONE;
            // bpf_get_current_comm
            case 16 -> register == 1 ? sizeIn(2) : REST;
            // bpf_perf_event_output, bpf_skb_output, bpf_xdp_output
            case 25, 111, 121 -> register == 4 ? sizeIn(5) : REST;
            // bpf_skb_store_bytes, bpf_skb_load_bytes, bpf_get_ns_current_pid_tgid, bpf_perf_event_read_value
            case 9, 26, 120 -> register == 3 ? sizeIn(4) : REST;
            // bpf_get_stack, bpf_get_task_stack, bpf_ringbuf_output, bpf_seq_write, bpf_d_path
            case 67, 141, 130, 127, 147 -> register == 2 ? sizeIn(3) : REST;
            default -> REST;
        };
    }

    private static int sizeIn(int register) {
        return ARGUMENT - register;
    }

    /** The argument that says the size; 0 when none does. */
    static int sizeArgument(int memory) {
        return memory < ARGUMENT ? ARGUMENT - memory : 0;
    }
}
