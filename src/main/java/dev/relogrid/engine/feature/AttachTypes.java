package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Stage;
import org.jspecify.annotations.Nullable;

/** The kinds of attachment (include/uapi/linux/bpf.h, {@code enum bpf_attach_type}) in libbpf's words. */
final class AttachTypes {
    static final int NONE = -1;

    private static final String[] NAMES = {
        "cgroup_inet_ingress",
        "cgroup_inet_egress",
        "cgroup_inet_sock_create",
        "cgroup_sock_ops",
        "sk_skb_stream_parser",
        "sk_skb_stream_verdict",
        "cgroup_device",
        "sk_msg_verdict",
        "cgroup_inet4_bind",
        "cgroup_inet6_bind",
        "cgroup_inet4_connect",
        "cgroup_inet6_connect",
        "cgroup_inet4_post_bind",
        "cgroup_inet6_post_bind",
        "cgroup_udp4_sendmsg",
        "cgroup_udp6_sendmsg",
        "lirc_mode2",
        "flow_dissector",
        "cgroup_sysctl",
        "cgroup_udp4_recvmsg",
        "cgroup_udp6_recvmsg",
        "cgroup_getsockopt",
        "cgroup_setsockopt",
        "trace_raw_tp",
        "trace_fentry",
        "trace_fexit",
        "modify_return",
        "lsm_mac",
        "trace_iter",
        "cgroup_inet4_getpeername",
        "cgroup_inet6_getpeername",
        "cgroup_inet4_getsockname",
        "cgroup_inet6_getsockname",
        "xdp_devmap",
        "cgroup_inet_sock_release",
        "xdp_cpumap",
        "sk_lookup",
        "xdp",
        "sk_skb_verdict",
        "sk_reuseport_select",
        "sk_reuseport_select_or_migrate",
        "perf_event",
        "trace_kprobe_multi",
        "lsm_cgroup",
        "struct_ops",
        "netfilter",
        "tcx_ingress",
        "tcx_egress",
        "trace_uprobe_multi",
        "cgroup_unix_connect",
        "cgroup_unix_sendmsg",
        "cgroup_unix_recvmsg",
        "cgroup_unix_getpeername",
        "cgroup_unix_getsockname",
        "netkit_primary",
        "netkit_peer",
        "trace_kprobe_session",
        "trace_uprobe_session",
        "trace_fsession"
    };

    private AttachTypes() {}

    /** The name ({@code libbpf_bpf_attach_type_str}); "type 99" for a number without one. */
    static String name(int number) {
        return number >= 0 && number < NAMES.length ? NAMES[number] : "type " + number;
    }

    /** The number of a name, {@link #NONE} for any other text. */
    static int number(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return i;
            }
        }
        return NONE;
    }

    /**
     * Where a kernel that does not know a program's attach type says so; null where it does not matter. When programs are
     * loaded, only some of their types are looked at for it ({@code bpf_prog_load_check_attach}, {@code
     * bpf_check_attach_target}); others are refused when they are attached. An XDP program that is attached in the old way
     * and a reuseport program that is never asked to migrate work without.
     */
    static @Nullable Stage stage(ProgramKind kind) {
        return switch (kind.typeName()) {
            case "cgroup_sock", "cgroup_sock_addr", "cgroup_skb", "cgroup_sockopt", "sk_lookup", "tracing", "lsm" ->
                Stage.LOAD;
            case "sk_reuseport" -> null;
            case "xdp" -> kind.attachTypeOptional() || kind.section().equals("xdp.frags") ? null : Stage.ATTACH;
            default -> Stage.ATTACH;
        };
    }
}
