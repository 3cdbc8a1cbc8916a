package dev.relogrid.engine.feature;

/** The program types (include/uapi/linux/bpf.h, {@code enum bpf_prog_type}) in libbpf's words. */
final class ProgramTypes {
    private static final String[] NAMES = {
        "unspec",
        "socket_filter",
        "kprobe",
        "sched_cls",
        "sched_act",
        "tracepoint",
        "xdp",
        "perf_event",
        "cgroup_skb",
        "cgroup_sock",
        "lwt_in",
        "lwt_out",
        "lwt_xmit",
        "sock_ops",
        "sk_skb",
        "cgroup_device",
        "sk_msg",
        "raw_tracepoint",
        "cgroup_sock_addr",
        "lwt_seg6local",
        "lirc_mode2",
        "sk_reuseport",
        "flow_dissector",
        "cgroup_sysctl",
        "raw_tracepoint_writable",
        "cgroup_sockopt",
        "tracing",
        "struct_ops",
        "ext",
        "lsm",
        "sk_lookup",
        "syscall",
        "netfilter"
    };

    private ProgramTypes() {}

    static String name(int number) {
        return number >= 0 && number < NAMES.length ? NAMES[number] : "type " + number;
    }

    /** The number of a name, 0 for any other text. */
    static int number(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        return 0;
    }
}
