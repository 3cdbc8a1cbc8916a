package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.advice.ArchivedKernels.Archived;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.BtfBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code for sizes, enumerators, types, functions and options, compiled and held against kernels before and after. */
final class NameSnippetTest {
    @TempDir
    private Path folder = Path.of("");

    private static final Archived OLD = ArchivedKernels.newest().getFirst();

    private static final Archived NEW = ArchivedKernels.newest().getLast();

    private Compiled compiled(String code, String function) throws IOException, InterruptedException {
        return Compiled.of(folder, code + Compiled.program(function, 0));
    }

    private static AccessSpec enumerator(BtfBuilder local, int enumeration) {
        return Accesses.spec(local, ReloKind.ENUMVAL_VALUE, enumeration, "0");
    }

    @Test
    void anIntegerIsReadInWhateverSizeItHas() throws IOException, InterruptedException {
        AccessSpec local = Objects.requireNonNull(Accesses.cutDown(NEW.btf(), "struct inode", "i_ino"));
        String code = FixSnippet.resized(local);
        assertTrue(code.contains("bpf_core_field_size(any->i_ino)"), code);
        Compiled object = compiled(code, "inode_i_ino");
        for (Archived kernel : ArchivedKernels.newest()) {
            assertEquals(Set.of(), object.waysOn(kernel.kernel()));
        }
        AccessSpec signed = Objects.requireNonNull(Accesses.cutDown(NEW.btf(), "struct task_struct", "prio"));
        compiled(FixSnippet.resized(signed), "task_struct_prio");
        AccessSpec pointer = Objects.requireNonNull(Accesses.cutDown(NEW.btf(), "struct task_struct", "parent"));
        assertEquals("", FixSnippet.resized(pointer));
    }

    @Test
    void anEnumeratorUnderEachOfItsNames() throws IOException, InterruptedException {
        BtfBuilder types = new BtfBuilder();
        int flags = types.enumeration("req_flag_bits", 4, false, BtfBuilder.enumerator("__REQ_HIPRI", 24));
        AccessSpec local = enumerator(types, flags);
        String code = FixSnippet.enumerator(local, NearestMatch.forEnumValue(local, NEW.btf()));
        String call = "static long asks(void *ctx) { return value_of___REQ_HIPRI(); }\n";
        Compiled object = compiled(code + call, "asks");
        assertEquals(Set.of("req_flag_bits_REQ_HIPRI"), object.waysOn(OLD.kernel()));
        assertEquals(Set.of("req_flag_bits_REQ_POLLED"), object.waysOn(NEW.kernel()));
    }

    @Test
    void anEnumeratorThatMovedToAnotherEnum() throws IOException, InterruptedException {
        BtfBuilder types = new BtfBuilder();
        int items = types.enumeration("vm_event_item", 4, false, BtfBuilder.enumerator("PGDEMOTE_KSWAPD", 30));
        AccessSpec local = enumerator(types, items);
        String code = FixSnippet.enumerator(local, NearestMatch.forEnumValue(local, NEW.btf()));
        String call = "static long asks(void *ctx) { return value_of_PGDEMOTE_KSWAPD(); }\n";
        Compiled object = compiled(code + call, "asks");
        Archived between = ArchivedKernels.newest().get(1);
        assertEquals(Set.of("vm_event_item_PGDEMOTE_KSWAPD"), object.waysOn(between.kernel()));
        assertEquals(Set.of("node_stat_item_PGDEMOTE_KSWAPD"), object.waysOn(NEW.kernel()));
    }

    @Test
    void aTypeUnderEachOfItsNames() throws IOException, InterruptedException {
        String type = "struct trace_event_raw_block_rq_complete";
        List<Suggestion> others = NearestMatch.forType(BtfKind.STRUCT, "trace_event_raw_block_rq_complete", NEW.btf());
        String code = FixSnippet.type(type, others);
        String both = "static int both(void *ctx) { return has_trace_event_raw_block_rq_complete()"
                + " + 2 * has_trace_event_raw_block_rq_completion(); }\n";
        Compiled object = compiled(code + both, "both");
        assertEquals(List.of(0L, 1L), answers(object, OLD));
        assertEquals(List.of(1L, 0L), answers(object, NEW));
        assertEquals("", FixSnippet.type("enum rw_hint", List.of()));
    }

    @Test
    void aHelperIsAskedFor() throws IOException, InterruptedException {
        String code = FixSnippet.helper("bpf_loop");
        String call = "static int asks(void *ctx) { return has_bpf_loop(); }\n";
        Compiled object = compiled(code + call, "asks");
        assertEquals(List.of(0L), answers(object, OLD));
        assertEquals(List.of(1L), answers(object, NEW));
    }

    private static List<Long> answers(Compiled object, Archived kernel) {
        List<Long> answers = new ArrayList<>();
        object.on(kernel.kernel())
                .forEach(result ->
                        answers.add(Objects.requireNonNull(result.value()).value()));
        answers.sort(null);
        boolean reversed = kernel.equals(NEW) && answers.size() == 2;
        return reversed ? answers.reversed() : answers;
    }

    @Test
    void aKernelFunctionIsWeak() throws IOException, InterruptedException {
        BtfBuilder types = new BtfBuilder();
        int task = types.pointer(types.struct("task_struct", 4));
        int acquire = types.function(
                "bpf_task_acquire", types.prototype(task, new BtfBuilder.Parameter("p", task)), BtfBuilder.EXTERN);
        int release = types.function(
                "bpf_task_release", types.prototype(0, new BtfBuilder.Parameter("p", task)), BtfBuilder.EXTERN);
        Btf local = types.build();
        String code = "struct task_struct;\n" + FixSnippet.kfunc(local, acquire) + FixSnippet.kfunc(local, release)
                + "static long both(void *ctx) { struct task_struct *p = try_bpf_task_acquire(ctx);"
                + " return p ? try_bpf_task_release(p) : 0; }\n";
        List<Extern> externs = compiled(code, "both").specs().object().externs();
        assertEquals(2, externs.size());
        assertTrue(externs.stream().allMatch(Extern::weak), externs::toString);
    }

    @Test
    void anOptionIsWeak() throws IOException, InterruptedException {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        String code = FixSnippet.kconfig(types.build(), number, "CONFIG_HZ");
        Compiled object = compiled(code + "static int hz(void *ctx) { return CONFIG_HZ; }\n", "hz");
        Extern option = object.specs().object().externs().getFirst();
        assertEquals("CONFIG_HZ", option.name());
        assertTrue(option.weak());
    }

    @Test
    void aProgramForEachNameOfAFunctionNoneOfWhichIsLoadedUnasked() throws IOException, InterruptedException {
        List<Suggestion> others = NearestMatch.forFunction("kfree_skb", NEW.kernel());
        String code = FixSnippet.kprobe("kfree_skb", others);
        BpfObject object = Compiled.of(folder, code).specs().object();
        List<String> sections = new ArrayList<>();
        for (Program program : object.programs()) {
            sections.add(program.sectionName());
            assertFalse(program.autoload());
        }
        assertEquals(List.of("kprobe/sk_skb_reason_drop", "kprobe/kfree_skb"), sections);
        assertEquals("", FixSnippet.kprobe("kfree_skb", List.of()));
    }
}
