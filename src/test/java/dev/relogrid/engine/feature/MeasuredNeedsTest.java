package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.ObjectBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a booted kernel said comes before types and versions. */
class MeasuredNeedsTest {
    private static final Insn FETCH = new Insn(0xdb, 1, 2, 0, 1);
    private static final Insn SIGNED_DIVISION = new Insn(0x37, 0, 0, 1, 3);

    /** One that knows everything by its types. */
    private static MadeKernel kernel() {
        return new MadeKernel()
                .helpers(211)
                .counts("bpf_prog_type", "T", 32)
                .counts("bpf_attach_type", "A", 58)
                .counts("bpf_map_type", "M", 34);
    }

    /** One that by its types is of 5.10. */
    private static MadeKernel old() {
        return new MadeKernel()
                .helpers(155)
                .counts("bpf_prog_type", "T", 30)
                .counts("bpf_attach_type", "A", 37)
                .counts("bpf_map_type", "M", 29);
    }

    private static BpfObject calling(String section, int helper) {
        return new ObjectBuilder()
                .program(section, "p", Seen.call(helper), Seen.call(helper), Seen.EXIT)
                .build();
    }

    @Test
    void helperWithoutARowIsNotAllowedWhereItWasAskedFor() {
        MadeKernel kernel = kernel().said("helpers perf_event", "211").said("helper perf_event 5", "y");
        assertEquals(List.of(), Seen.on(kernel, calling("perf_event", 5)));
        assertEquals(
                List.of(
                        "HELPER_NOT_ALLOWED ERROR LOAD p in p+0: helper bpf_redirect (#23) in a program of type perf_event;"
                                + " measured on this kernel: programs of type perf_event may not call it",
                        "HELPER_NOT_ALLOWED ERROR LOAD p in p+1: helper bpf_redirect (#23) in a program of type perf_event;"
                                + " measured on this kernel: programs of type perf_event may not call it"),
                Seen.on(kernel, calling("perf_event", 23)));
    }

    @ParameterizedTest
    @CsvSource({
        "kprobe/f, 23, helper kprobe 23, target",
        "kprobe/f, 23, helper kprobe 23, unknown",
        "kprobe/f, 23, helper kprobe 23, y",
        "kprobe/f, 23, helpers kprobe, 22",
        "kprobe/f, 23, helpers kprobe, many",
        "kprobe/f, 23, helpers kprobe, 9999999999",
        "kprobe/f, 23, helpers xdp, 211",
        "freplace/f, 23, helpers ext, 211",
    })
    void nothingIsSaidOfHelpersThatWereNotAskedForOrDependOnTheTarget(
            String section, int helper, String fact, String value) {
        List<String> seen = Seen.on(kernel().said(fact, value), calling(section, helper));
        assertEquals(
                List.of(),
                seen.stream().filter(line -> line.startsWith("HELPER")).toList());
    }

    @Test
    void whereHelpersEndIsToldByTheEnumAlone() {
        MadeKernel kernel = old().said("helpers socket_filter", "211");
        assertEquals(
                List.of(
                        "HELPER_UNKNOWN ERROR LOAD p+0: helper bpf_loop (#181); its enum bpf_func_id ends at #155",
                        "HELPER_UNKNOWN ERROR LOAD p+1: helper bpf_loop (#181); its enum bpf_func_id ends at #155"),
                Seen.on(kernel, calling("socket", 181)));
    }

    @Test
    void rulesHoldOnlyWhereNothingWasMeasured() {
        BpfObject probe = calling("raw_tp", 46);
        assertEquals(2, Seen.on(kernel(), probe).size());
        assertEquals(2, Seen.on(kernel().said("helpers xdp", "211"), probe).size());
        assertEquals(List.of(), Seen.on(kernel().said("helper raw_tracepoint 46", "y"), probe));
        BpfObject cgroup = calling("cgroup/dev", 37);
        assertEquals(2, Seen.on(kernel(), cgroup).size());
        assertEquals(List.of(), Seen.on(kernel().said("helper cgroup_device 37", "y"), cgroup));
    }

    @Test
    void subprogramsCallForTheProgramsThatIncludeThem() {
        BpfObject object = new ObjectBuilder()
                .program("xdp", "p", Seen.call(44), Seen.EXIT)
                .program("tc", "q", Seen.call(44), Seen.EXIT)
                .build();
        MadeKernel kernel =
                kernel().said("helpers xdp", "211").said("helper xdp 44", "y").said("helpers sched_cls", "211");
        assertEquals(
                List.of("HELPER_NOT_ALLOWED ERROR LOAD q in q+0: helper bpf_xdp_adjust_head (#44) in a program of type"
                        + " sched_cls; measured on this kernel: programs of type sched_cls may not call it"),
                Seen.on(kernel, object));
    }

    @Test
    void instructionsAreTakenOrRefusedWhateverTheVersion() {
        BpfObject fetch =
                new ObjectBuilder().program("socket", "p", FETCH, Seen.EXIT).build();
        assertEquals(1, Seen.on(old(), fetch).size());
        assertEquals(List.of(), Seen.on(old().said("insn atomic_fetch_add", "y"), fetch));
        assertEquals(
                List.of("INSN_UNSUPPORTED ERROR LOAD p in p: atomic instructions other than a plain add (cpu v3);"
                        + " measured on this kernel: its verifier does not take such instructions"),
                Seen.on(kernel().said("insn atomic_fetch_add", "n"), fetch));
    }

    @Test
    void instructionsOfOneVersionAreAskedForEach() {
        BpfObject both = new ObjectBuilder()
                .program("socket", "p", new Insn(0x06, 0, 0, 0, 0), SIGNED_DIVISION, Seen.EXIT)
                .build();
        assertEquals(
                List.of("INSN_UNSUPPORTED ERROR LOAD p+1: a signed division (cpu v4);"
                        + " measured on this kernel: its verifier does not take such instructions"),
                Seen.on(old().said("insn gotol", "y").said("insn sdiv", "n"), both));
        List<String> half = Seen.on(old().said("insn gotol", "y"), both);
        assertEquals(1, half.size(), half::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "lirc_mode2, prog_type lirc_mode2, n, PROG_TYPE_UNKNOWN ERROR LOAD p: program type lirc_mode2; measured on this"
                + " kernel: it takes no programs of that type",
        "netfilter, attach_type netfilter netfilter, n, ATTACH_TYPE_UNKNOWN ERROR LOAD p: attach type netfilter;"
                + " measured on this kernel: it takes no programs for it",
        "lirc_mode2, prog_type lirc_mode2, ENOMEM, ''",
        "uprobe.s/x:y, kind kprobe.s, EINVAL, PROG_TYPE_UNKNOWN ERROR LOAD p: kprobe programs that may sleep; measured"
                + " on this kernel: it takes no such programs",
        "xdp.frags, kind xdp.frags, EINVAL, PROG_TYPE_UNKNOWN ERROR LOAD p: xdp programs for frames in fragments;"
                + " measured on this kernel: it takes no such programs",
        "fentry.s/none, kind tracing.fentry.s, EINVAL, ''",
    })
    void typesThatAKernelWasBuiltWithout(String section, String fact, String value, String expected) {
        List<String> seen = Seen.on(kernel().said(fact, value), Seen.idle(section));
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected),
                seen.stream().filter(line -> !line.startsWith("ATTACH_TARGET")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "netfilter, prog_type netfilter, attach_type netfilter netfilter",
        "sk_lookup, prog_type sk_lookup, attach_type sk_lookup sk_lookup",
    })
    void typesThatItsEnumDoesNotHave(String section, String type, String attach) {
        MadeKernel kernel =
                new MadeKernel().helpers(100).counts("bpf_prog_type", "T", 9).counts("bpf_attach_type", "A", 9);
        assertEquals(2, Seen.on(kernel, Seen.idle(section)).size());
        assertEquals(List.of(), Seen.on(kernel.said(type, "y").said(attach, "y"), Seen.idle(section)));
    }

    @Test
    void securityHooksThatTakeNoPrograms() {
        BpfObject object = Seen.idle("lsm.s/task_free");
        MadeKernel kernel = kernel().function("bpf_lsm_task_free");
        assertEquals(List.of(), Seen.on(kernel, object));
        assertEquals(
                List.of("PROG_TYPE_UNKNOWN ERROR LOAD p: security hook task_free that may sleep;"
                        + " measured on this kernel: it takes no such programs"),
                Seen.on(kernel.said("lsm task_free", "y").said("lsm.s task_free", "n"), object));
        assertEquals(
                List.of("ATTACH_TARGET_MISSING ERROR LOAD p: security hook task_free;"
                        + " measured on this kernel: it takes no programs for that hook"),
                Seen.on(kernel.said("lsm task_free", "n"), Seen.idle("lsm/task_free")));
    }

    @Test
    void nothingIsAskedOfAKernelWithoutTypes() {
        assertEquals(
                List.of(),
                Seen.on(kernel().withoutTypes().said("helpers perf_event", "211"), calling("perf_event", 23)));
    }

    private static BpfObject sample(String name) throws IOException {
        Path file = Path.of("src", "test", "bpf", "samples", name + ".bpf.o");
        return BpfObject.parse(Bytes.of(name, Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN));
    }

    private static List<String> functions(MadeKernel kernel) throws IOException {
        return Seen.on(kernel, sample("kfunc_unguarded")).stream()
                .filter(line -> line.startsWith("KFUNC") || line.startsWith("INSN"))
                .toList();
    }

    private static MadeKernel withFunctions() {
        return kernel().function("vfs_open").function("bpf_rcu_read_lock").function("bpf_rcu_read_unlock");
    }

    @Test
    void functionsThatOnlyOtherKindsMayCall() throws IOException {
        MadeKernel kernel = withFunctions()
                .said("insn kernel_call", "y")
                .said("kfuncs tracing.fentry", "655")
                .said("kfunc any bpf_rcu_read_lock", "y")
                .said("kfunc lsm bpf_rcu_read_unlock", "y");
        assertEquals(
                List.of(
                        "KFUNC_NOT_ALLOWED ERROR LOAD on_open in on_open+6: kernel function bpf_rcu_read_unlock in a"
                                + " program of type tracing; measured on this kernel: programs of type tracing may not call it"),
                functions(kernel));
        assertEquals(List.of(), functions(kernel.said("kfunc tracing.fentry bpf_rcu_read_unlock", "target")));
        assertEquals(List.of(), functions(kernel.said("kfunc tracing.fentry bpf_rcu_read_unlock", "y")));
    }

    @Test
    void functionsNobodyMayCallWerePerhapsNotAskedFor() throws IOException {
        MadeKernel kernel = withFunctions().said("insn kernel_call", "y").said("kfuncs tracing.fentry", "655");
        assertEquals(List.of(), functions(kernel));
    }

    @Test
    void functionsOfModulesWereNotAskedFor() throws IOException {
        MadeKernel kernel = kernel().said("insn kernel_call", "y")
                .said("kfuncs tracing.fentry", "655")
                .said("kfunc lsm bpf_rcu_read_unlock", "y");
        kernel.module("m").function("bpf_rcu_read_unlock", kernel.types.prototype(0), 1);
        assertEquals(List.of(), functions(kernel));
    }

    @Test
    void callsOfFunctionsAreAnInstruction() throws IOException {
        assertEquals(
                List.of(
                        "INSN_UNSUPPORTED ERROR LOAD on_open+0: a call of a kernel function;"
                                + " measured on this kernel: its verifier takes no such calls",
                        "INSN_UNSUPPORTED ERROR LOAD on_open+6: a call of a kernel function;"
                                + " measured on this kernel: its verifier takes no such calls"),
                functions(withFunctions().said("insn kernel_call", "n")));
        assertEquals(List.of(), functions(withFunctions().said("insn kernel_call", "y")));
        assertEquals(2, functions(withFunctions()).size());
    }
}
