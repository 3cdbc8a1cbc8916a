package dev.relogrid.engine.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards as C programs have them and compilers leave them. */
final class CompiledSamplesTest {
    private static final String NEW = "task_struct";
    private static final String OLD = "task_struct___before_5_14";

    @Test
    void aGuardKeepsFromTheMissingField() {
        assertEquals(Visit.NEVER, Compiled.sample("guarded", NEW).poison());
        assertEquals(Visit.NEVER, Compiled.sample("guarded", OLD).poison());
    }

    @Test
    void aGuardLeadsIntoTheOtherFieldThatIsMissingToo() {
        assertEquals(Visit.VISITED, Compiled.sample("guarded", NEW, OLD).poison());
        assertEquals(
                Visit.VISITED,
                Compiled.sample("ctime", "inode", "inode___before_6_6").poison());
        assertEquals(Visit.NEVER, Compiled.sample("ctime", "inode").poison());
    }

    @Test
    void withoutAGuardTheMissingFieldIsReached() {
        assertEquals(Visit.VISITED, Compiled.sample("task_state", NEW).poison());
    }

    @Test
    void aReadOnlySwitchDecidesAsCompiled() {
        assertEquals(Visit.NEVER, Compiled.sample("rodata_switch", NEW).poison());
        assertEquals(Visit.VISITED, Compiled.sample("rodata_switch", OLD).poison());
        assertEquals(
                Visit.VISITED,
                Compiled.sample("rodata_switch", NEW).preset("use_new_name", 1).poison());
        assertEquals(
                Visit.VISITED, Compiled.sample("rodata_switch", NEW).anyRodata().poison());
    }

    @Test
    void theSwitchThatDecidedIsNamed() {
        Compiled sample = Compiled.sample("rodata_switch", NEW);
        List<String> names = new ArrayList<>();
        for (RodataVariable variable :
                sample.explore(sample.object().programs().getFirst()).rodataDecided()) {
            names.add(variable.name());
        }
        assertEquals(List.of("use_new_name"), names);
    }

    @Test
    void aKernelOptionKeepsFromTheMissingField() {
        Compiled without = Compiled.sample("kconfig_guard", "sched_ext_entity").option("CONFIG_SCHED_CLASS_EXT", 0);
        assertEquals(Visit.NEVER, without.poison());
    }

    @Test
    void theKernelsVersionDecides() {
        Compiled older = Compiled.sample("kconfig_guard", "task_struct___old").option("LINUX_KERNEL_VERSION", 0x050d00);
        assertEquals(Visit.VISITED, older.poison());
        Compiled newer = Compiled.sample("kconfig_guard", "task_struct___old").option("LINUX_KERNEL_VERSION", 0x050e00);
        assertEquals(Visit.NEVER, newer.poison());
        assertEquals(
                Visit.VISITED,
                Compiled.sample("kconfig_guard", "task_struct___old").poison());
    }

    @Test
    void everySampleGetsToItsEnd() {
        for (String name :
                List.of("guarded", "ctime", "ctime_fixed", "kconfig_guard", "ksym", "kfunc", "new_features")) {
            Compiled sample = Compiled.sample(name);
            for (Program program : sample.object().programs()) {
                Reached reached = sample.explore(program);
                assertEquals(null, reached.strange());
                assertEquals(Visit.VISITED, reached.visit(program, program.insnCount() - 1), program.name());
            }
        }
    }
}
