package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.object.BpfObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of programs and attachments, held against made-up kernels. */
class ProgramNeedsTest {
    private static MadeKernel kernel(int programTypes, int attachTypes, int helpers) {
        return new MadeKernel()
                .counts("bpf_prog_type", "T", programTypes)
                .counts("bpf_attach_type", "A", attachTypes)
                .helpers(helpers);
    }

    private static List<String> codes(MadeKernel kernel, BpfObject object) {
        return Seen.on(kernel, object).stream()
                .map(line -> line.substring(0, line.indexOf(';')))
                .toList();
    }

    @Test
    void sectionWithoutMeaningLoadsNowhere() {
        assertEquals(
                List.of("PROG_TYPE_UNKNOWN ERROR LOAD p: a program type for section 'xdp_sock';"
                        + " libbpf knows no section of that name, so not what to load the program as"),
                Seen.on(kernel(32, 58, 211), Seen.idle("xdp_sock")));
    }

    @Test
    void programAloneInTextIsNoSubprogram() {
        assertEquals(1, Seen.on(kernel(32, 58, 211), Seen.idle(".text")).size());
    }

    @Test
    void programTypeIsLookedUpByItsNumber() {
        assertEquals(
                List.of("PROG_TYPE_UNKNOWN ERROR LOAD p: program type netfilter"),
                codes(kernel(31, 58, 211), Seen.idle("netfilter")));
    }

    /** Where a kernel that lacks the attach type says so. */
    @ParameterizedTest
    @CsvSource({
        "kprobe.multi, 41, ATTACH_TYPE_UNKNOWN ERROR ATTACH p: attach type trace_kprobe_multi",
        "tcx/ingress, 45, ATTACH_TYPE_UNKNOWN ERROR ATTACH p: attach type tcx_ingress",
        "sk_skb/verdict, 37, ATTACH_TYPE_UNKNOWN ERROR ATTACH p: attach type sk_skb_verdict",
        "cgroup/connect_unix, 48, ATTACH_TYPE_UNKNOWN ERROR LOAD p: attach type cgroup_unix_connect",
        "xdp/cpumap, 34, ATTACH_TYPE_UNKNOWN ERROR ATTACH p: attach type xdp_cpumap",
        "xdp, 36, ''",
        "xdp.frags, 36, ''",
        "sk_reuseport/migrate, 39, ''",
        "tc, 0, ''"
    })
    void attachTypeMattersWhenLoadedOrWhenAttached(String section, int last, String expected) {
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected);
        assertEquals(wanted, codes(kernel(32, last, 211), Seen.idle(section)));
        assertEquals(List.of(), codes(kernel(32, 58, 211), Seen.idle(section)));
    }

    @ParameterizedTest
    @CsvSource({
        "uprobe.s, 203, 204, kprobe programs that may sleep",
        "syscall, 147, 148, syscall programs that may sleep",
        "xdp.frags, 187, 188, xdp programs for frames in fragments"
    })
    void flagsAreNewerThanTypes(String section, int before, int since, String wanted) {
        assertEquals(
                List.of("PROG_TYPE_UNKNOWN ERROR LOAD p: " + wanted),
                codes(kernel(32, 58, before), Seen.idle(section)));
        assertEquals(List.of(), codes(kernel(32, 58, since), Seen.idle(section)));
    }

    @Test
    void structOpsProgramNeedsAMap() {
        assertEquals(
                List.of("ATTACH_TARGET_MISSING ERROR LOAD p: a struct_ops map that refers to the program"),
                codes(kernel(32, 58, 211), Seen.idle("struct_ops/init")));
    }
}
