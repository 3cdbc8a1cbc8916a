package dev.relogrid.cli;

import static dev.relogrid.cli.Checked.Line.V5_10;
import static dev.relogrid.cli.Checked.Line.V6_1;
import static dev.relogrid.cli.Checked.Line.V6_12;
import static dev.relogrid.cli.Checked.Line.V6_16;
import static dev.relogrid.cli.Checked.Line.V6_18;
import static dev.relogrid.cli.Checked.Line.V6_19;
import static dev.relogrid.cli.Checked.Line.V7_3;
import static dev.relogrid.cli.Checked.Line.each;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.CatalogEntry;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The cases by which the verdicts are accepted, each a sample in src/test/bpf/samples. What is expected was worked out from
 * the sample's source and the kernels' types, configurations and symbols, not from what the program says.
 */
final class AcceptanceTest {
    private static final String NO_BTF = "no_btf";

    /**
     * One verdict for kernels before a version, one for those from it on, over the whole archive; machines of the
     * other byte order are left out.
     */
    private static void assertTurnsAt(String sample, int major, int minor, String before, String after) {
        Map<String, String> expected = new TreeMap<>();
        for (CatalogEntry entry : Archive.open(Path.of("btf-archive")).entries()) {
            String[] numbers = entry.id().release().split("[.+-]", -1);
            int series = Integer.parseInt(numbers[0]) * 1000 + Integer.parseInt(numbers[1]);
            String verdict = series < major * 1000 + minor ? before : after;
            if (entry.btf() == null || !entry.id().arch().equals("s390x")) {
                expected.put(entry.id().toString(), entry.btf() == null ? NO_BTF : verdict);
            }
        }
        assertEquals(expected, Checked.of(sample).verdicts());
    }

    // 1. tracee #4391: inode.i_ctime, __i_ctime (6.6), i_ctime_sec (6.11)

    @Test
    void theElseBranchOfAGuardIsReachedOnceTheFieldMovedAgain() {
        Checked.onLines("ctime")
                .is(each("guarded", "guarded", "broken"))
                .because(V5_10, "FIELD_MISSING", "guarded", "struct inode.__i_ctime.tv_sec", "ctime.bpf.c:18 asks")
                .because(V6_12, "FIELD_MISSING", "guarded", "struct inode.__i_ctime.tv_sec", "ctime.bpf.c:18 asks")
                .because(
                        V6_12,
                        "FIELD_RENAMED",
                        "breaks",
                        "struct inode.i_ctime.tv_sec",
                        "the guard at ctime.bpf.c:18 asks for struct inode.__i_ctime, which is not there");
        // no archived kernel is of 6.6 to 6.10
        assertTurnsAt("ctime", 6, 11, "guarded", "broken");
    }

    @Test
    void askingForTheThirdNameAsWellMendsIt() {
        Checked.onLines("ctime_fixed")
                .is(each("guarded"))
                .because(V6_1, "FIELD_MISSING", "guarded", "struct inode.i_ctime_sec", "ctime_fixed.bpf.c:18")
                .because(V6_1, "FIELD_MISSING", "guarded", "struct inode.__i_ctime.tv_sec", "ctime_fixed.bpf.c:20")
                .because(V6_12, "FIELD_MISSING", "guarded", "struct inode.i_ctime.tv_sec", "ctime_fixed.bpf.c:18");
        assertTurnsAt("ctime_fixed", 6, 11, "guarded", "guarded");
    }

    // 2. task_struct.state, __state since 5.14

    @Test
    void aRenamedFieldThatIsAlwaysReadBreaks() {
        Checked.onLines("task_state")
                .is(each("ok", "broken"))
                .withoutCauses(V5_10)
                .because(V6_1, "FIELD_RENAMED", "breaks", "struct task_struct.state", "nothing checks for it");
        assertTurnsAt("task_state", 5, 14, "ok", "broken");
    }

    // 3. guards that work, and one that does not

    @Test
    void aGuardThatWorksIsNoFailureAnywhere() {
        Checked.onLines("guarded")
                .is(each("guarded"))
                .because(V5_10, "FIELD_MISSING", "guarded", "struct task_struct.__state", "guarded.bpf.c:13 asks")
                .because(V6_1, "FIELD_MISSING", "guarded", "struct task_struct.state", "guarded.bpf.c:13 asks");
        assertTurnsAt("guarded", 5, 14, "guarded", "guarded");
    }

    @Test
    void aGuardMayBeTheValueAStaticFunctionReturns() {
        Checked.onLines("static_guard")
                .is(each("guarded"))
                .because(V6_12, "FIELD_MISSING", "guarded", "struct task_struct.state", "static_guard.bpf.c:17 asks");
    }

    /** Since 6.8 a global function is looked at only when something calls it; before, always and on its own. */
    @Test
    void aGuardInTheCallerProtectsNoGlobalFunctionBefore68() {
        Checked.onLines("global_guard")
                .is(each("guarded", "broken", "guarded"))
                .because(V6_1, "FIELD_RENAMED", "breaks", "struct task_struct.state", "")
                .because(V6_12, "FIELD_MISSING", "guarded", "struct task_struct.state", "global_guard.bpf.c:20 asks");
    }

    // 4. a flavour with two underscores

    @Test
    void aMisspeltFlavourIsATypeNoKernelHas() {
        Checked.onLines("flavor_typo")
                .is(each("broken"))
                .because(V5_10, "NOT_A_KERNEL_TYPE", "breaks", "struct task_struct__5_14.__state", "")
                .because(V7_3, "NOT_A_KERNEL_TYPE", "breaks", "struct task_struct__5_14.__state", "");
    }

    // 5. objects that ask little, and one for other machines

    @Test
    void anObjectWithoutRelocationsOrWithoutTypesWorksEverywhere() {
        for (String sample : new String[] {"no_relos", "no_btf"}) {
            Checked checked = Checked.onLines(sample).is(each("ok"));
            for (Checked.Line line : Checked.Line.values()) {
                checked.withoutCauses(line);
            }
        }
    }

    @Test
    void anObjectForTheOtherByteOrderLoadsOnSuchMachinesOnly() {
        Checked.onLines("big_endian")
                .is(each("broken"))
                .because(V6_12, "BYTE_ORDER", "breaks", "a machine that stores the highest byte first", "");
        String s390x = "debian/trixie/s390x/6.12.107+deb13-s390x";
        assertEquals(
                Map.of(s390x, "ok"), Checked.of("big_endian", "--kernel", s390x).verdicts());
        assertEquals(
                Map.of(s390x, "broken"),
                Checked.of("guarded", "--kernel", s390x).verdicts());
    }

    // 6. configuration

    /** The strong ones are in every configuration; on the kernel without one they decide. */
    @Test
    void optionsAndTheVersionAreGuards() {
        Checked.onLines("kconfig_guard")
                .is(each("guarded", "guarded", "guarded", "guarded", "guarded", "conditional", "guarded"))
                .because(V5_10, "FIELD_MISSING", "guarded", "struct task_struct.__state", "kconfig_guard.bpf.c:28 asks")
                .because(V5_10, "FIELD_MISSING", "guarded", "struct task_struct.scx.flags", "kconfig_guard.bpf.c:26")
                .because(V6_1, "FIELD_MISSING", "guarded", "struct task_struct.state", "LINUX_KERNEL_VERSION")
                .because(V6_12, "FIELD_MISSING", "guarded", "struct task_struct.scx.flags", "CONFIG_SCHED_CLASS_EXT")
                .because(V6_19, "KCONFIG_UNKNOWN", "depends", "kernel option CONFIG_HZ", "");
    }

    @Test
    void anOptionThatIsNotWeakRefusesTheObjectWhereItIsNotSet() {
        Checked.onLines("kconfig_strong")
                .is(each("broken", "broken", "broken", "ok", "ok", "conditional", "ok"))
                .because(V6_12, "KCONFIG_MISSING", "breaks", "kernel option CONFIG_SCHED_CLASS_EXT", "")
                .because(V6_19, "KCONFIG_UNKNOWN", "depends", "kernel option CONFIG_SCHED_CLASS_EXT", "");
    }

    @Test
    void anOptionOfAnotherTypeRefusesTheObject() {
        Checked.onLines("kconfig_type")
                .is(each("broken", "broken", "broken", "broken", "broken", "conditional", "broken"))
                .because(V5_10, "KCONFIG_TYPE", "breaks", "kernel option CONFIG_BPF_SYSCALL", "");
    }

    // 7. what only some kernels have

    @Test
    void targetsComeAndGo() {
        // folio_mark_accessed came in 5.16, do_unlinkat went in 7.0
        Checked.onLines("attach")
                .is(each("broken", "ok", "ok", "ok", "ok", "ok", "broken"))
                .because(V5_10, "ATTACH_TARGET_MISSING", "breaks", "function folio_mark_accessed", "")
                .because(V7_3, "ATTACH_TARGET_MISSING", "breaks", "function do_unlinkat", "");
    }

    @Test
    void aFunctionMayBeThereOnlyInPart() {
        Checked.onLines("kprobe_inlined")
                .is(each("ok", "ok", "ok", "broken"))
                .because(V6_16, "ATTACH_TARGET_INLINED", "breaks", "function blk_account_io_done", "");
    }

    @Test
    void functionsOfTheKernelComeWithVersions() {
        Checked.onLines("kfunc")
                .is(each("broken", "broken", "guarded"))
                .because(V6_1, "KFUNC_MISSING", "breaks", "kernel function bpf_cpumask_create", "")
                .because(V6_12, "KFUNC_MISSING", "guarded", "kernel function bpf_of_another_planet", "kfunc.bpf.c:25");
        Checked.onLines("kfunc_guarded")
                .is(each("guarded", "guarded", "ok"))
                .because(
                        V6_1,
                        "KFUNC_MISSING",
                        "guarded",
                        "kernel function bpf_rcu_read_lock",
                        "kfunc_guarded.bpf.c:11");
        Checked.onLines("kfunc_unguarded")
                .is(each("broken", "broken", "ok"))
                .because(V6_1, "KFUNC_MISSING", "breaks", "kernel function bpf_rcu_read_lock", "nothing checks for it");
    }

    /** Weak ones that do not fit count as missing, so a guard hides them on every kernel. */
    @Test
    void aFunctionDeclaredWithAForwardDeclarationNeverFits() {
        Checked.onLines("kfunc_forward")
                .is(each("guarded"))
                .because(V6_1, "KFUNC_MISSING", "guarded", "kernel function bpf_task_acquire", "kfunc_forward.bpf.c:11")
                .because(
                        V6_12,
                        "KFUNC_SIGNATURE",
                        "guarded",
                        "kernel function bpf_task_acquire",
                        "kfunc_forward.bpf.c:11");
    }

    @Test
    void helpersComeWithVersions() {
        Checked.onLines("helper_guarded")
                .is(each("guarded", "ok"))
                .because(
                        V5_10,
                        "HELPER_UNKNOWN",
                        "guarded",
                        "helper bpf_ktime_get_tai_ns (#208)",
                        "helper_guarded.bpf.c:11 asks for BPF_FUNC_ktime_get_tai_ns");
        Checked.onLines("helper_unguarded")
                .is(each("broken", "ok"))
                .because(V5_10, "HELPER_UNKNOWN", "breaks", "helper bpf_ktime_get_tai_ns (#208)", "");
    }

    @Test
    void aKindOfMapThatIsNotKnownCannotBeGuarded() {
        Checked.onLines("new_features")
                .is(each("broken", "broken", "ok"))
                .because(V6_1, "MAP_TYPE_UNKNOWN", "breaks", "map arena of type arena", "")
                .because(V5_10, "MAP_TYPE_UNKNOWN", "breaks", "map from_user of type user_ringbuf", "");
    }

    // 8. variables set before load

    @Test
    void aSwitchDecides() {
        Checked.onLines("rodata_switch")
                .is(each("conditional"))
                .because(
                        V5_10,
                        "FIELD_MISSING",
                        "depends",
                        "struct task_struct.__state",
                        "use_new_name is 0 as compiled")
                .because(V6_1, "FIELD_RENAMED", "depends", "struct task_struct.state", "with use_new_name set to 1");
        Checked.onLines("rodata_switch", "--set", "use_new_name=true").is(each("broken", "guarded"));
        Checked.onLines("rodata_switch", "--set", "use_new_name=false").is(each("guarded", "broken"));
    }

    @Test
    void aSwitchThatIsOffHidesWhatIsMissing() {
        Checked.onLines("rodata_safe")
                .is(each("ok", "conditional"))
                .because(V6_1, "FIELD_RENAMED", "depends", "struct task_struct.state", "and so it is not reached");
        Checked.onLines("rodata_safe", "--set", "with_state=true").is(each("ok", "broken"));
        Checked.onLines("rodata_safe", "--set", "with_state=false").is(each("ok", "guarded"));
    }

    @Test
    void aProgramThatIsSwitchedOffNeedsNothing() {
        Checked.onLines("attach", "--autoload", "on_folio=off", "--autoload", "on_unlink=off")
                .is(each("ok"));
        Checked.onLines(
                        "attach",
                        "--autoload",
                        "on_folio=off",
                        "--autoload",
                        "on_page=on",
                        "--autoload",
                        "on_unlink=off")
                .is(each("ok"));
    }

    // what loads and means something else

    @Test
    void aFieldReadAsWideAsItWasIsAWarning() {
        Checked.onLines("inode_state")
                .is(each("ok", "ok", "changed", "changed", "broken"))
                .because(V6_12, "FIELD_RESIZED", "warns", "struct inode.i_state", "")
                .because(V6_18, "FIELD_RETYPED", "breaks", "struct inode.i_state", "");
    }

    @Test
    void aFieldThatCannotBeAdjustedBreaks() {
        Checked.onLines("on_cpu")
                .is(each("ok", "ok", "ok", "ok", "ok", "ok", "broken"))
                .because(V7_3, "FIELD_RESIZED", "breaks", "struct task_struct.on_cpu", "");
        Checked.onLines("throttled")
                .is(each("ok", "ok", "ok", "ok", "broken"))
                .because(V6_18, "BITFIELD_DIRECT_LOAD", "breaks", "struct cfs_rq.throttled", "");
    }

    /** vfs_mkdir and vfs_unlink got a parameter in front in 5.12. */
    @Test
    void aParameterThatIsNotThereBreaksAndOneThatIsAnotherIsAWarning() {
        Checked.onLines("signature")
                .is(each("broken", "ok"))
                .because(V5_10, "ATTACH_SIGNATURE_CHANGED", "breaks", "parameter 4 of function vfs_mkdir", "");
        Checked.onLines("kprobe_signature")
                .is(each("ok", "changed"))
                .because(
                        V6_1,
                        "ATTACH_SIGNATURE_CHANGED",
                        "warns",
                        "parameter 2 of function vfs_unlink as a pointer to struct dentry",
                        "");
    }

    /** A probe on a name that several functions have: refused since late in 2023, the first of them before. */
    @Test
    void aNameOfSeveralFunctionsIsRefusedOrGuessed() {
        Checked.onLines("kprobe_ambiguous")
                .is(each("changed", "broken"))
                .because(V5_10, "ATTACH_TARGET_AMBIGUOUS", "warns", "function init_once", "")
                .because(V6_1, "ATTACH_TARGET_AMBIGUOUS", "breaks", "function init_once", "");
    }
}
