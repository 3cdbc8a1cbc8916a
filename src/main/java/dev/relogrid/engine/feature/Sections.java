package dev.relogrid.engine.feature;

import dev.relogrid.engine.feature.ProgramKind.Attach;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What the names of sections stand for ({@code section_defs}, {@code sec_def_matches}, {@code find_sec_def} of libbpf
 * 1.7.0): the first pattern that matches decides. A pattern that ends in {@code +} matches its text alone, and its text
 * with a slash and anything behind it; others match their text alone.
 */
final class Sections {
    /**
     * Pattern, program type, attach type; o: libbpf leaves the attach type out on kernels older than such things, s: may
     * sleep; how it is attached.
     */
    private static final String TABLE = """
            socket                  socket_filter           -                              - UNNAMED
            sk_reuseport/migrate    sk_reuseport            sk_reuseport_select_or_migrate - UNNAMED
            sk_reuseport            sk_reuseport            sk_reuseport_select            - UNNAMED
            kprobe+                 kprobe                  -                              - KPROBE
            uprobe+                 kprobe                  -                              - UPROBE
            uprobe.s+               kprobe                  -                              s UPROBE
            kretprobe+              kprobe                  -                              - KPROBE
            uretprobe+              kprobe                  -                              - UPROBE
            uretprobe.s+            kprobe                  -                              s UPROBE
            kprobe.multi+           kprobe                  trace_kprobe_multi             - KPROBE_MULTI
            kretprobe.multi+        kprobe                  trace_kprobe_multi             - KPROBE_MULTI
            kprobe.session+         kprobe                  trace_kprobe_session           - KPROBE_MULTI
            uprobe.multi+           kprobe                  trace_uprobe_multi             - UPROBE
            uretprobe.multi+        kprobe                  trace_uprobe_multi             - UPROBE
            uprobe.session+         kprobe                  trace_uprobe_session           - UPROBE
            uprobe.multi.s+         kprobe                  trace_uprobe_multi             s UPROBE
            uretprobe.multi.s+      kprobe                  trace_uprobe_multi             s UPROBE
            uprobe.session.s+       kprobe                  trace_uprobe_session           s UPROBE
            ksyscall+               kprobe                  -                              - KSYSCALL
            kretsyscall+            kprobe                  -                              - KSYSCALL
            usdt+                   kprobe                  -                              - UPROBE
            usdt.s+                 kprobe                  -                              s UPROBE
            tc/ingress              sched_cls               tcx_ingress                    - UNNAMED
            tc/egress               sched_cls               tcx_egress                     - UNNAMED
            tcx/ingress             sched_cls               tcx_ingress                    - UNNAMED
            tcx/egress              sched_cls               tcx_egress                     - UNNAMED
            tc                      sched_cls               -                              - UNNAMED
            classifier              sched_cls               -                              - UNNAMED
            action                  sched_act               -                              - UNNAMED
            netkit/primary          sched_cls               netkit_primary                 - UNNAMED
            netkit/peer             sched_cls               netkit_peer                    - UNNAMED
            tracepoint+             tracepoint              -                              - TRACEPOINT
            tp+                     tracepoint              -                              - TRACEPOINT
            raw_tracepoint+         raw_tracepoint          -                              - RAW_TRACEPOINT
            raw_tp+                 raw_tracepoint          -                              - RAW_TRACEPOINT
            raw_tracepoint.w+       raw_tracepoint_writable -                              - RAW_TRACEPOINT
            raw_tp.w+               raw_tracepoint_writable -                              - RAW_TRACEPOINT
            tp_btf+                 tracing                 trace_raw_tp                   - BTF_TRACEPOINT
            fentry+                 tracing                 trace_fentry                   - BTF_FUNCTION
            fmod_ret+               tracing                 modify_return                  - BTF_FUNCTION
            fexit+                  tracing                 trace_fexit                    - BTF_FUNCTION
            fentry.s+               tracing                 trace_fentry                   s BTF_FUNCTION
            fmod_ret.s+             tracing                 modify_return                  s BTF_FUNCTION
            fexit.s+                tracing                 trace_fexit                    s BTF_FUNCTION
            fsession+               tracing                 trace_fsession                 - BTF_FUNCTION
            fsession.s+             tracing                 trace_fsession                 s BTF_FUNCTION
            freplace+               ext                     -                              - FREPLACE
            lsm+                    lsm                     lsm_mac                        - LSM
            lsm.s+                  lsm                     lsm_mac                        s LSM
            lsm_cgroup+             lsm                     lsm_cgroup                     - LSM
            iter+                   tracing                 trace_iter                     - ITERATOR
            iter.s+                 tracing                 trace_iter                     s ITERATOR
            syscall                 syscall                 -                              s UNNAMED
            xdp.frags/devmap        xdp                     xdp_devmap                     - UNNAMED
            xdp/devmap              xdp                     xdp_devmap                     - UNNAMED
            xdp.frags/cpumap        xdp                     xdp_cpumap                     - UNNAMED
            xdp/cpumap              xdp                     xdp_cpumap                     - UNNAMED
            xdp.frags               xdp                     xdp                            - UNNAMED
            xdp                     xdp                     xdp                            o UNNAMED
            perf_event              perf_event              -                              - UNNAMED
            lwt_in                  lwt_in                  -                              - UNNAMED
            lwt_out                 lwt_out                 -                              - UNNAMED
            lwt_xmit                lwt_xmit                -                              - UNNAMED
            lwt_seg6local           lwt_seg6local           -                              - UNNAMED
            sockops                 sock_ops                cgroup_sock_ops                o UNNAMED
            sk_skb/stream_parser    sk_skb                  sk_skb_stream_parser           o UNNAMED
            sk_skb/stream_verdict   sk_skb                  sk_skb_stream_verdict          o UNNAMED
            sk_skb/verdict          sk_skb                  sk_skb_verdict                 o UNNAMED
            sk_skb                  sk_skb                  -                              - UNNAMED
            sk_msg                  sk_msg                  sk_msg_verdict                 o UNNAMED
            lirc_mode2              lirc_mode2              lirc_mode2                     o UNNAMED
            flow_dissector          flow_dissector          flow_dissector                 o UNNAMED
            cgroup_skb/ingress      cgroup_skb              cgroup_inet_ingress            o UNNAMED
            cgroup_skb/egress       cgroup_skb              cgroup_inet_egress             o UNNAMED
            cgroup/skb              cgroup_skb              -                              - UNNAMED
            cgroup/sock_create      cgroup_sock             cgroup_inet_sock_create        - UNNAMED
            cgroup/sock_release     cgroup_sock             cgroup_inet_sock_release       - UNNAMED
            cgroup/sock             cgroup_sock             cgroup_inet_sock_create        o UNNAMED
            cgroup/post_bind4       cgroup_sock             cgroup_inet4_post_bind         - UNNAMED
            cgroup/post_bind6       cgroup_sock             cgroup_inet6_post_bind         - UNNAMED
            cgroup/bind4            cgroup_sock_addr        cgroup_inet4_bind              - UNNAMED
            cgroup/bind6            cgroup_sock_addr        cgroup_inet6_bind              - UNNAMED
            cgroup/connect4         cgroup_sock_addr        cgroup_inet4_connect           - UNNAMED
            cgroup/connect6         cgroup_sock_addr        cgroup_inet6_connect           - UNNAMED
            cgroup/connect_unix     cgroup_sock_addr        cgroup_unix_connect            - UNNAMED
            cgroup/sendmsg4         cgroup_sock_addr        cgroup_udp4_sendmsg            - UNNAMED
            cgroup/sendmsg6         cgroup_sock_addr        cgroup_udp6_sendmsg            - UNNAMED
            cgroup/sendmsg_unix     cgroup_sock_addr        cgroup_unix_sendmsg            - UNNAMED
            cgroup/recvmsg4         cgroup_sock_addr        cgroup_udp4_recvmsg            - UNNAMED
            cgroup/recvmsg6         cgroup_sock_addr        cgroup_udp6_recvmsg            - UNNAMED
            cgroup/recvmsg_unix     cgroup_sock_addr        cgroup_unix_recvmsg            - UNNAMED
            cgroup/getpeername4     cgroup_sock_addr        cgroup_inet4_getpeername       - UNNAMED
            cgroup/getpeername6     cgroup_sock_addr        cgroup_inet6_getpeername       - UNNAMED
            cgroup/getpeername_unix cgroup_sock_addr        cgroup_unix_getpeername        - UNNAMED
            cgroup/getsockname4     cgroup_sock_addr        cgroup_inet4_getsockname       - UNNAMED
            cgroup/getsockname6     cgroup_sock_addr        cgroup_inet6_getsockname       - UNNAMED
            cgroup/getsockname_unix cgroup_sock_addr        cgroup_unix_getsockname        - UNNAMED
            cgroup/sysctl           cgroup_sysctl           cgroup_sysctl                  - UNNAMED
            cgroup/getsockopt       cgroup_sockopt          cgroup_getsockopt              - UNNAMED
            cgroup/setsockopt       cgroup_sockopt          cgroup_setsockopt              - UNNAMED
            cgroup/dev              cgroup_device           cgroup_device                  o UNNAMED
            struct_ops+             struct_ops              -                              - STRUCT_OPS
            struct_ops.s+           struct_ops              -                              s STRUCT_OPS
            sk_lookup               sk_lookup               sk_lookup                      - UNNAMED
            netfilter               netfilter               netfilter                      - UNNAMED
            """;

    private static final String[] LINES = TABLE.split("\n");

    private Sections() {}

    /** @param section its name, without the question mark that switches its programs off */
    static ProgramKind kind(String section) {
        int slash = section.indexOf('/');
        String target = slash < 0 ? null : section.substring(slash + 1);
        for (String line : LINES) {
            int end = line.indexOf(' ');
            boolean open = line.charAt(end - 1) == '+';
            int length = open ? end - 1 : end;
            boolean starts = section.regionMatches(0, line, 0, length) && section.length() >= length;
            if (starts && (section.length() == length || open && section.charAt(length) == '/')) {
                return parse(line, target);
            }
        }
        return new ProgramKind("", 0, AttachTypes.NONE, false, false, Attach.UNKNOWN, target);
    }

    /** All patterns, in the order in which they are tried. */
    static List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        for (String line : LINES) {
            patterns.add(line.substring(0, line.indexOf(' ')));
        }
        return patterns;
    }

    private static ProgramKind parse(String line, @Nullable String target) {
        StringTokenizer words = new StringTokenizer(line);
        String pattern = words.nextToken();
        int type = ProgramTypes.number(words.nextToken());
        int attachType = AttachTypes.number(words.nextToken());
        String flags = words.nextToken();
        Attach attach = Attach.valueOf(words.nextToken());
        return new ProgramKind(
                pattern, type, attachType, flags.indexOf('o') >= 0, flags.indexOf('s') >= 0, attach, target);
    }
}
