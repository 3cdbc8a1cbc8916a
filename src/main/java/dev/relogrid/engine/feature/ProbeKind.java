package dev.relogrid.engine.feature;

import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of programs that booted kernels are asked about: what a program may call depends on its type, for some types
 * on the attach type it is loaded for, and on whether it may sleep.
 *
 * @param name what facts about helpers call it, as in {@code kprobe.multi}; empty for programs nobody asked about
 * @param functions what facts about functions of the kernel call it; they were asked about fewer kinds, of which one
 *     speaks for others that the same rules apply to; empty where none does
 */
record ProbeKind(String name, String functions) {
    static final ProbeKind NONE = new ProbeKind("", "");

    private static final ProbeKind XDP_FRAGMENTS = new ProbeKind("xdp.frags", "xdp");

    /** Kinds that were asked about functions of the kernel, among which nearly every such function is some one's. */
    static final List<String> ASKED_FOR_FUNCTIONS = List.of(
            "syscall",
            "sched_cls",
            "xdp",
            "tracing.fentry",
            "tracing.fentry.s",
            "tracing.raw_tp",
            "tracing.iter",
            "tracing.iter.s",
            "lsm",
            "lsm.s",
            "lsm_cgroup",
            "kprobe",
            "kprobe.s",
            "tracepoint",
            "perf_event",
            "cgroup_skb.ingress",
            "cgroup_sock_addr.connect4",
            "cgroup_sock_addr.connect_unix",
            "socket_filter",
            "sk_skb",
            "netfilter",
            "struct_ops.tcp_congestion_ops",
            "struct_ops.sched_ext_ops",
            "struct_ops.hid_bpf_ops",
            "struct_ops.Qdisc_ops");

    /** The longest name of a struct that is kept. */
    private static final int STRUCT_NAME = 40;

    /** What is behind a kind's name when its programs may sleep. */
    private static final String SLEEPABLE = ".s";

    /**
     * Program type; attach type, an asterisk for any; name; functions: + for the same as the name, - for none. A name with
     * an asterisk has {@link #SLEEPABLE} behind it for programs that may sleep.
     */
    private static final String TABLE = """
            socket_filter           *                          socket_filter                     +
            kprobe                  -                          kprobe*                           +
            kprobe                  trace_kprobe_multi         kprobe.multi                      kprobe*
            kprobe                  trace_uprobe_multi         kprobe.multi                      kprobe*
            kprobe                  trace_kprobe_session       kprobe.session                    -
            kprobe                  trace_uprobe_session       kprobe.session                    -
            sched_cls               *                          sched_cls                         +
            sched_act               *                          sched_act                         +
            tracepoint              *                          tracepoint*                       +
            raw_tracepoint          *                          raw_tracepoint*                   +
            raw_tracepoint_writable *                          raw_tracepoint_writable           -
            perf_event              *                          perf_event                        +
            xdp                     *                          xdp                               +
            cgroup_skb              cgroup_inet_egress         cgroup_skb.egress                 cgroup_skb.ingress
            cgroup_skb              *                          cgroup_skb.ingress                +
            cgroup_sock             cgroup_inet_sock_create    cgroup_sock.create                +
            cgroup_sock             cgroup_inet_sock_release   cgroup_sock.release               cgroup_sock.create
            cgroup_sock             cgroup_inet4_post_bind     cgroup_sock.post_bind4            cgroup_sock.create
            cgroup_sock             cgroup_inet6_post_bind     cgroup_sock.post_bind6            cgroup_sock.create
            cgroup_device           *                          cgroup_device                     +
            cgroup_sock_addr        cgroup_inet4_bind          cgroup_sock_addr.bind4            cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_inet6_bind          cgroup_sock_addr.bind6            cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_inet4_connect       cgroup_sock_addr.connect4         +
            cgroup_sock_addr        cgroup_inet6_connect       cgroup_sock_addr.connect6         cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_unix_connect        cgroup_sock_addr.connect_unix     +
            cgroup_sock_addr        cgroup_udp4_sendmsg        cgroup_sock_addr.sendmsg4         cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_udp6_sendmsg        cgroup_sock_addr.sendmsg6         cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_unix_sendmsg        cgroup_sock_addr.sendmsg_unix     cgroup_sock_addr.connect_unix
            cgroup_sock_addr        cgroup_udp4_recvmsg        cgroup_sock_addr.recvmsg4         cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_udp6_recvmsg        cgroup_sock_addr.recvmsg6         cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_unix_recvmsg        cgroup_sock_addr.recvmsg_unix     cgroup_sock_addr.connect_unix
            cgroup_sock_addr        cgroup_inet4_getpeername   cgroup_sock_addr.getpeername4     cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_inet6_getpeername   cgroup_sock_addr.getpeername6     cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_unix_getpeername    cgroup_sock_addr.getpeername_unix cgroup_sock_addr.connect_unix
            cgroup_sock_addr        cgroup_inet4_getsockname   cgroup_sock_addr.getsockname4     cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_inet6_getsockname   cgroup_sock_addr.getsockname6     cgroup_sock_addr.connect4
            cgroup_sock_addr        cgroup_unix_getsockname    cgroup_sock_addr.getsockname_unix cgroup_sock_addr.connect_unix
            cgroup_sockopt          cgroup_getsockopt          cgroup_sockopt.get                -
            cgroup_sockopt          cgroup_setsockopt          cgroup_sockopt.set                +
            cgroup_sysctl           *                          cgroup_sysctl                     +
            lwt_in                  *                          lwt_in                            +
            lwt_out                 *                          lwt_out                           lwt_in
            lwt_xmit                *                          lwt_xmit                          +
            lwt_seg6local           *                          lwt_seg6local                     +
            sock_ops                *                          sock_ops                          +
            sk_skb                  *                          sk_skb                            +
            sk_msg                  *                          sk_msg                            +
            sk_reuseport            *                          sk_reuseport                      +
            sk_lookup               *                          sk_lookup                         +
            flow_dissector          *                          flow_dissector                    +
            lirc_mode2              *                          lirc_mode2                        +
            syscall                 *                          syscall                           +
            netfilter               *                          netfilter                         +
            tracing                 trace_raw_tp               tracing.raw_tp*                   +
            tracing                 trace_fentry               tracing.fentry*                   +
            tracing                 trace_fexit                tracing.fexit*                    tracing.fentry*
            tracing                 modify_return              tracing.fmod_ret*                 tracing.fentry*
            tracing                 trace_fsession             tracing.fsession*                 -
            tracing                 trace_iter                 tracing.iter*                     +
            lsm                     lsm_mac                    lsm*                              +
            lsm                     lsm_cgroup                 lsm_cgroup                        +
            """;

    private static final String[] LINES = TABLE.split("\n");

    /** The kind of a program; that of a struct_ops program depends on its struct. */
    static ProbeKind of(ProgramKind program) {
        if (program.section().startsWith("xdp.frags")) {
            return XDP_FRAGMENTS;
        }
        String type = program.typeName();
        String attach = program.attachType() == AttachTypes.NONE ? "-" : AttachTypes.name(program.attachType());
        for (String line : LINES) {
            if (line.startsWith(type) && line.charAt(type.length()) == ' ') {
                StringTokenizer words = new StringTokenizer(line);
                words.nextToken();
                String wanted = words.nextToken();
                if (wanted.equals("*") || wanted.equals(attach)) {
                    return of(words.nextToken(), words.nextToken(), program.sleepable());
                }
            }
        }
        return NONE;
    }

    /** Those of type kprobe that may sleep are one kind. */
    private static ProbeKind of(String name, String functions, boolean sleepable) {
        String own = named(sleepable && name.startsWith("kprobe") ? "kprobe*" : name, sleepable);
        return new ProbeKind(
                own, functions.equals("+") ? own : functions.equals("-") ? "" : named(functions, sleepable));
    }

    private static String named(String name, boolean sleepable) {
        return !name.endsWith("*") ? name : name.substring(0, name.length() - 1) + (sleepable ? SLEEPABLE : "");
    }

    /**
     * The kind for what a program hands over to be called: some of it may sleep whatever the program may, such as work for
     * later ({@code bpf_wq_set_callback}).
     */
    ProbeKind ofCallback() {
        return new ProbeKind(sleeping(name), sleeping(functions));
    }

    private static String sleeping(String kind) {
        return kind.isEmpty() || kind.endsWith(SLEEPABLE) ? kind : kind + SLEEPABLE;
    }

    /** The kind of a program that a member of a struct of the kernel's points to. */
    static ProbeKind ofStruct(String struct, boolean sleepable) {
        String name = "struct_ops." + struct.substring(0, Math.min(struct.length(), STRUCT_NAME))
                + (sleepable ? SLEEPABLE : "");
        return new ProbeKind(name, name);
    }

    // written out, because what records come with is put together at run time: milliseconds of every cold start

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProbeKind kind && name.equals(kind.name) && functions.equals(kind.functions);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
