package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.fixture.BtfBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attach targets, held against made-up kernels. */
class AttachNeedsTest {
    private static final String ELSEWHERE = "; modules of other kernels have it; those of this one are not all known";

    private static MadeKernel kernel() {
        return new MadeKernel()
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 58)
                .helpers(211);
    }

    private static MadeKernel withData() {
        return kernel().tracepoint("sched_switch").symbol("init_task", "D");
    }

    private static void assertSeen(String expected, String section, MadeKernel kernel) {
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), Seen.on(kernel, Seen.idle(section)));
    }

    @Test
    void typedTargetIsAFunctionOfVmlinuxOrOfAModule() {
        MadeKernel kernel = kernel().function("vfs_open");
        kernel.module("nf_tables").function("nft_do_chain", 1, 1);
        assertSeen("", "fentry/vfs_open", kernel);
        assertSeen("", "fexit/nft_do_chain", kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR RELOCATE p: function vfs_close; it has no such function",
                "fmod_ret/vfs_close",
                kernel);
    }

    /** libbpf compares names only as far as the one in front of the colon goes. */
    @ParameterizedTest
    @CsvSource({
        "nf_tables:nft_do_chain, true",
        "nf:nft_do_chain, true",
        "nf_tables:vfs_open, true",
        "xfs:nft_do_chain, false",
        "vmlinux:vfs_open, true",
        "vm:vfs_open, true",
        "vmlinux:nft_do_chain, false",
        ":nft_do_chain, true"
    })
    void targetMayNameItsModule(String target, boolean found) {
        MadeKernel kernel = kernel().function("vfs_open");
        kernel.module("nf_tables").function("nft_do_chain", 1, 1);
        assertSeen(
                found ? "" : "ATTACH_TARGET_MISSING ERROR RELOCATE p: function " + target + "; it has no such function",
                "fentry/" + target,
                kernel);
    }

    @ParameterizedTest
    @CsvSource({
        "tp_btf/x, tracepoint x; it has no such tracepoint",
        "lsm/x, security hook x; it has no such security hook",
        "lsm_cgroup/x, security hook x; it has no such security hook",
        "iter/x, iterator x; it has no such iterator"
    })
    void otherTypedTargetsHaveNamesOfTheirOwn(String section, String expected) {
        assertSeen("ATTACH_TARGET_MISSING ERROR RELOCATE p: " + expected, section, kernel());
        assertSeen(
                "",
                section,
                kernel().function("bpf_lsm_x").function("bpf_iter_x").tracepoint("x"));
    }

    @ParameterizedTest
    @CsvSource({"fentry/x, x", "tp_btf/x, __traceiter_x", "iter/x, bpf_iter_x"})
    void whatModulesOfOtherKernelsHaveMayBeThere(String section, String function) {
        List<String> seen = Seen.on(kernel().moduleElsewhere(function), Seen.idle(section));
        assertEquals(1, seen.size());
        assertEquals(
                "NO_MODULE_BTF UNKNOWN RELOCATE p",
                seen.getFirst().substring(0, seen.getFirst().indexOf(':')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fentry", "tp_btf", "lsm", "iter.s"})
    void sectionMayLeaveTheTargetToTheLoader(String section) {
        List<String> seen = Seen.on(kernel(), Seen.idle(section));
        assertEquals(1, seen.size());
        assertEquals(
                "ATTACH_TARGET_MISSING ERROR RELOCATE p",
                seen.getFirst().substring(0, seen.getFirst().indexOf(':')));
    }

    @Test
    void replacedProgramIsLeftToTheLoader() {
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR RELOCATE p: a program to replace a function of;"
                        + " which one it is is left to the loader",
                "freplace/f",
                kernel().function("f"));
    }

    @Test
    void functionThatCompilersSplitIsInlined() {
        MadeKernel kernel = kernel().symbol("blk_done.part.0", "t").symbol("blk_done.isra.0", "t");
        String left = "; its compiler left only blk_done.isra.0, blk_done.part.0 of it";
        assertSeen("ATTACH_TARGET_INLINED ERROR RELOCATE p: function blk_done" + left, "fentry/blk_done", kernel);
        assertSeen("ATTACH_TARGET_INLINED ERROR ATTACH p: function blk_done" + left, "kprobe/blk_done", kernel);
        kernel.function("blk_done");
        assertSeen("ATTACH_TARGET_INLINED ERROR LOAD p: function blk_done" + left, "fentry/blk_done", kernel);
        assertSeen("ATTACH_TARGET_INLINED ERROR ATTACH p: function blk_done" + left, "kprobe/blk_done", kernel);
        assertSeen("", "kprobe/blk_done.isra.0", kernel);
    }

    @Test
    void symbolWithoutTypeIsNoTypedTarget() {
        MadeKernel kernel = kernel().symbol("tcp_v6_connect", "T");
        assertSeen("", "kprobe/tcp_v6_connect+0x4", kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR RELOCATE p: function tcp_v6_connect;"
                        + " its symbols have the function, and its types do not",
                "fentry/tcp_v6_connect",
                kernel);
    }

    @Test
    void probesLookAtSymbolsThenAtModules() {
        MadeKernel kernel = kernel().symbol("vfs_open", "T").symbol("vfs_data", "D");
        kernel.module("xfs").function("xfs_open", 1, 1);
        assertSeen("", "kprobe/vfs_open", kernel);
        assertSeen("", "kretprobe/xfs_open", kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR ATTACH p: function vfs_data; it has no such function",
                "kprobe/vfs_data",
                kernel);
        assertSeen(
                "NO_MODULE_BTF UNKNOWN ATTACH p: function nfs_open" + ELSEWHERE,
                "kprobe/nfs_open",
                kernel.moduleElsewhere("nfs_open"));
        assertSeen("", "kprobe", kernel);
        assertSeen("", "uprobe/x:y", kernel);
    }

    @Test
    void severalFunctionsOfANameAreRefusedSinceSomebodyLooks() {
        MadeKernel kernel = kernel().symbol("init", "tt");
        assertSeen(
                "ATTACH_TARGET_AMBIGUOUS WARNING ATTACH p: function init;"
                        + " it has 2 functions of that name, and takes the first",
                "kprobe/init",
                kernel);
        assertSeen("", "kprobe.multi/init", kernel);
        assertSeen(
                "ATTACH_TARGET_AMBIGUOUS ERROR ATTACH p: function init;"
                        + " it has 2 functions of that name, and refuses to choose",
                "kprobe/init",
                kernel.symbol("count_symbols", "t"));
    }

    @Test
    void absenceFromTypesProvesNothingWhereSymbolsAreUnknown() {
        String unknown = "; its symbols are not known, and its types have no such function";
        assertSeen("ATTACH_TARGET_MISSING UNKNOWN ATTACH p: function x" + unknown, "kprobe/x", kernel());
        assertSeen("ATTACH_TARGET_MISSING UNKNOWN ATTACH p: system call x" + unknown, "ksyscall/x", kernel());
        assertSeen("", "kprobe/x", kernel().function("x"));
        assertSeen("", "ksyscall/x", kernel().function("__x64_sys_x"));
    }

    @Test
    void systemCallsHaveTheWrappersOfTheirArchitecture() {
        MadeKernel wrapped = kernel().symbol("__arm64_sys_bpf", "T").symbol("__arm64_sys_openat", "T");
        assertSeen("", "ksyscall/openat", wrapped);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR ATTACH p: system call open; it has no function __arm64_sys_open",
                "ksyscall/open",
                wrapped);
        assertSeen("", "ksyscall/openat", kernel().symbol("__se_sys_openat", "t"));
    }

    @Test
    void tracefsListsEventsAndSystemCalls() {
        MadeKernel kernel = withData().symbol("event_sched_switch", "d").symbol("event_enter__openat", "d");
        kernel.tracepoint("bare");
        assertSeen("", "tp/sched/sched_switch", kernel);
        assertSeen("", "tracepoint/syscalls/sys_enter_openat", kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR ATTACH p: tracepoint syscalls/sys_exit_openat; it has no such system call",
                "tp/syscalls/sys_exit_openat",
                kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR ATTACH p: tracepoint sched/none; it has no such tracepoint",
                "tp/sched/none",
                kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR ATTACH p: tracepoint sched/bare;"
                        + " its tracepoint of that name is not one that tracefs lists",
                "tp/sched/bare",
                kernel);
        assertSeen("", "raw_tp/bare", kernel);
        assertSeen("", "tp", kernel);
    }

    @Test
    void tracepointsOfModulesAreInTheirTypes() {
        MadeKernel kernel = withData();
        BtfBuilder module = kernel.module("kvm");
        module.typedef("btf_trace_kvm_exit", 1);
        assertSeen("", "tp/kvm/kvm_exit", kernel);
        assertSeen(
                "NO_MODULE_BTF UNKNOWN ATTACH p: tracepoint kvm/kvm_entry" + ELSEWHERE,
                "tp/kvm/kvm_entry",
                kernel.moduleElsewhere("__traceiter_kvm_entry"));
    }

    @Test
    void symbolsWithoutDataLeaveTracepointsToTypes() {
        MadeKernel kernel = kernel().tracepoint("sched_switch").symbol("__arm64_sys_openat", "T");
        assertSeen("", "tp/sched/sched_switch", kernel);
        assertSeen("", "tp/syscalls/sys_enter_openat", kernel);
        assertSeen(
                "ATTACH_TARGET_MISSING ERROR ATTACH p: tracepoint syscalls/sys_enter_open; it has no such system call",
                "tp/syscalls/sys_enter_open",
                kernel);
    }

    @Test
    void typesWithoutTracepointsSayNothing() {
        assertSeen(
                "ATTACH_TARGET_MISSING UNKNOWN ATTACH p: tracepoint x;"
                        + " its types do not say: they have no tracepoints",
                "raw_tp/x",
                kernel());
        assertSeen("", "raw_tp/x", kernel().withoutTypes());
    }
}
