package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From sections to what booted kernels were asked about. */
class ProbeKindTest {
    @ParameterizedTest
    @CsvSource({
        "socket, socket_filter, socket_filter",
        "kprobe/vfs_read, kprobe, kprobe",
        "ksyscall/open, kprobe, kprobe",
        "uprobe.s/a:b, kprobe.s, kprobe.s",
        "usdt/a:b:c, kprobe, kprobe",
        "kprobe.multi/x*, kprobe.multi, kprobe",
        "uprobe.multi/x:y, kprobe.multi, kprobe",
        "uprobe.multi.s/x:y, kprobe.s, kprobe.s",
        "kprobe.session/x*, kprobe.session, ''",
        "uprobe.session/x:y, kprobe.session, ''",
        "uprobe.session.s/x:y, kprobe.s, ''",
        "tc, sched_cls, sched_cls",
        "tcx/ingress, sched_cls, sched_cls",
        "netkit/peer, sched_cls, sched_cls",
        "action, sched_act, sched_act",
        "tp/sched/sched_switch, tracepoint, tracepoint",
        "raw_tp/x, raw_tracepoint, raw_tracepoint",
        "raw_tp.w/x, raw_tracepoint_writable, ''",
        "tp_btf/x, tracing.raw_tp, tracing.raw_tp",
        "fentry/x, tracing.fentry, tracing.fentry",
        "fentry.s/x, tracing.fentry.s, tracing.fentry.s",
        "fexit/x, tracing.fexit, tracing.fentry",
        "fmod_ret.s/x, tracing.fmod_ret.s, tracing.fentry.s",
        "fsession/x, tracing.fsession, ''",
        "iter/task, tracing.iter, tracing.iter",
        "iter.s/task, tracing.iter.s, tracing.iter.s",
        "lsm/file_open, lsm, lsm",
        "lsm.s/file_open, lsm.s, lsm.s",
        "lsm_cgroup/socket_bind, lsm_cgroup, lsm_cgroup",
        "syscall, syscall, syscall",
        "xdp, xdp, xdp",
        "xdp/cpumap, xdp, xdp",
        "xdp.frags/devmap, xdp.frags, xdp",
        "perf_event, perf_event, perf_event",
        "lwt_out, lwt_out, lwt_in",
        "sockops, sock_ops, sock_ops",
        "sk_skb/stream_verdict, sk_skb, sk_skb",
        "cgroup_skb/egress, cgroup_skb.egress, cgroup_skb.ingress",
        "cgroup/skb, cgroup_skb.ingress, cgroup_skb.ingress",
        "cgroup/sock, cgroup_sock.create, cgroup_sock.create",
        "cgroup/post_bind6, cgroup_sock.post_bind6, cgroup_sock.create",
        "cgroup/connect4, cgroup_sock_addr.connect4, cgroup_sock_addr.connect4",
        "cgroup/getsockname_unix, cgroup_sock_addr.getsockname_unix, cgroup_sock_addr.connect_unix",
        "cgroup/getsockopt, cgroup_sockopt.get, ''",
        "cgroup/dev, cgroup_device, cgroup_device",
        "struct_ops/init, '', ''",
        "freplace/f, '', ''",
        "nonsense, '', ''",
    })
    void sectionsHaveKinds(String section, String name, String functions) {
        assertEquals(new ProbeKind(name, functions), ProbeKind.of(Sections.kind(section)));
    }

    @Test
    void everySectionOfLibbpfsHasAKindButThoseThatDependOnMore() {
        for (String pattern : Sections.patterns()) {
            String section = pattern.replace("+", "/x");
            String name = ProbeKind.of(Sections.kind(section)).name();
            boolean depends = section.startsWith("struct_ops") || section.startsWith("freplace");
            assertEquals(depends, name.isEmpty(), section);
            assertFalse(name.contains("*"), name);
        }
    }

    @Test
    void membersOfStructsAreOfTheStructsKind() {
        assertEquals(
                "struct_ops.tcp_congestion_ops",
                ProbeKind.ofStruct("tcp_congestion_ops", false).name());
        assertEquals(
                "struct_ops.sched_ext_ops.s",
                ProbeKind.ofStruct("sched_ext_ops", true).functions());
        assertTrue(ProbeKind.ofStruct("x".repeat(50), false).name().length() == 51);
    }
}
