package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a section's name makes of a program; libbpf's own answers are in {@link SectionsAgainstLibbpfTest}. */
class SectionsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "kprobe, kprobe+, kprobe, none, KPROBE, false, -",
                "kprobe/vfs_open, kprobe+, kprobe, none, KPROBE, false, vfs_open",
                "kprobe/, kprobe+, kprobe, none, KPROBE, false, ''",
                "kretprobe.multi/tcp_*, kretprobe.multi+, kprobe, trace_kprobe_multi, KPROBE_MULTI, false, tcp_*",
                "kprobe.session/x, kprobe.session+, kprobe, trace_kprobe_session, KPROBE_MULTI, false, x",
                "uprobe.multi.s//bin/x:f, uprobe.multi.s+, kprobe, trace_uprobe_multi, UPROBE, true, /bin/x:f",
                "ksyscall/openat, ksyscall+, kprobe, none, KSYSCALL, false, openat",
                "usdt.s/x, usdt.s+, kprobe, none, UPROBE, true, x",
                "tc, tc, sched_cls, none, UNNAMED, false, -",
                "tc/ingress, tc/ingress, sched_cls, tcx_ingress, UNNAMED, false, ingress",
                "netkit/peer, netkit/peer, sched_cls, netkit_peer, UNNAMED, false, peer",
                "tp/sched/sched_switch, tp+, tracepoint, none, TRACEPOINT, false, sched/sched_switch",
                "raw_tp.w/x, raw_tp.w+, raw_tracepoint_writable, none, RAW_TRACEPOINT, false, x",
                "tp_btf/x, tp_btf+, tracing, trace_raw_tp, BTF_TRACEPOINT, false, x",
                "fentry.s/x, fentry.s+, tracing, trace_fentry, BTF_FUNCTION, true, x",
                "fmod_ret/x, fmod_ret+, tracing, modify_return, BTF_FUNCTION, false, x",
                "fsession/x, fsession+, tracing, trace_fsession, BTF_FUNCTION, false, x",
                "freplace/x, freplace+, ext, none, FREPLACE, false, x",
                "lsm.s/file_open, lsm.s+, lsm, lsm_mac, LSM, true, file_open",
                "lsm_cgroup/bind, lsm_cgroup+, lsm, lsm_cgroup, LSM, false, bind",
                "iter.s/task, iter.s+, tracing, trace_iter, ITERATOR, true, task",
                "syscall, syscall, syscall, none, UNNAMED, true, -",
                "xdp.frags/devmap, xdp.frags/devmap, xdp, xdp_devmap, UNNAMED, false, devmap",
                "xdp, xdp, xdp, xdp, UNNAMED, false, -",
                "cgroup/connect_unix, cgroup/connect_unix, cgroup_sock_addr, cgroup_unix_connect, UNNAMED, false, connect_unix",
                "struct_ops.s/x, struct_ops.s+, struct_ops, none, STRUCT_OPS, true, x",
                "sk_lookup, sk_lookup, sk_lookup, sk_lookup, UNNAMED, false, -",
                "netfilter, netfilter, netfilter, netfilter, UNNAMED, false, -",
                "xdp_sock, '', unspec, none, UNKNOWN, false, -",
                "kprobes/x, '', unspec, none, UNKNOWN, false, x",
                "xdp/other, '', unspec, none, UNKNOWN, false, other",
                "tcx, '', unspec, none, UNKNOWN, false, -",
                "kprob, '', unspec, none, UNKNOWN, false, -"
            })
    void firstPatternThatMatchesDecides(
            String section,
            String pattern,
            String type,
            String attachType,
            ProgramKind.Attach attach,
            boolean sleepable,
            String target) {
        ProgramKind kind = Sections.kind(section);
        String known = kind.attachType() == AttachTypes.NONE ? "none" : AttachTypes.name(kind.attachType());
        assertEquals(pattern, kind.section());
        assertEquals(type, kind.typeName());
        assertEquals(attachType, known);
        assertEquals(attach, kind.attach());
        assertEquals(sleepable, kind.sleepable());
        assertEquals(target, kind.target());
    }
}
