package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of all shipped kernels, exactly those that answer a question alike are said to. */
final class WitnessBesideTypesTest {
    private static final Archive SHIPPED = Archive.open(ShippedBtf.ARCHIVE);
    private static final String UNKNOWN = "unknown";

    /** The shipped kernels by their place in the only family they are of. */
    private static final Map<Integer, StoredKernel> MEMBERS = new HashMap<>();

    private static final KernelFamily FAMILY;

    static {
        for (StoredKernel kernel : SHIPPED.kernels()) {
            MEMBERS.put(Objects.requireNonNull(kernel.membership()).index(), kernel);
        }
        FAMILY = Objects.requireNonNull(
                        MEMBERS.getOrDefault(0, SHIPPED.kernels().getFirst()).membership())
                .family();
    }

    /** @return how many different answers there are */
    private static int assertExact(Function<Kernel, Object> question) {
        Map<Integer, Object> answers = new HashMap<>();
        MEMBERS.forEach((index, kernel) -> answers.put(index, question.apply(kernel)));
        for (int i = 0; i < FAMILY.size(); i++) {
            KernelFamily.Witness witness = FAMILY.ask(i);
            BitSet expected = witness.sameAnswers();
            Object answer = answers.get(i);
            for (int j = 0; j < FAMILY.size(); j++) {
                if (!Objects.equals(answers.get(j), answer)) {
                    expected.clear(j);
                }
            }
            assertEquals(answer, question.apply(witness.kernel()));
            assertEquals(expected, witness.sameAnswers(), FAMILY.id(i));
        }
        return Math.toIntExact(answers.values().stream().distinct().count());
    }

    private static Object option(Kernel kernel, String name) {
        Kconfig config = kernel.config();
        return config == null ? UNKNOWN : "=" + config.value(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIG_HZ", "CONFIG_BPF_LSM", "CONFIG_DEFAULT_HOSTNAME", "CONFIG_PREEMPT_RT"})
    void options(String name) {
        assertTrue(assertExact(kernel -> option(kernel, name)) > 1);
    }

    @Test
    void anOptionNobodySetsTellsOnlyWhetherOptionsAreKnown() {
        assertExact(kernel -> option(kernel, "CONFIG_NOBODY_HAS_THIS"));
        assertExact(kernel -> kernel.config() == null);
    }

    private static Object symbol(Kernel kernel, String name) {
        KernelSymbols symbols = kernel.symbols();
        return symbols == null ? UNKNOWN : symbols.types(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpf_get_kmem_cache", "bpf_loop", "__x64_sys_openat", "kill_something_info"})
    void symbols(String name) {
        assertTrue(assertExact(kernel -> symbol(kernel, name)) > 1);
    }

    @Test
    void aSymbolNobodyHasTellsOnlyWhetherSymbolsAreKnown() {
        assertExact(kernel -> symbol(kernel, "nobody_has_this"));
        assertExact(kernel -> kernel.symbols() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vfs_read", "do_unlinkat", "finish_task_switch", "blk_account_io_done", "nobody_has_this"})
    void variants(String function) {
        assertExact(kernel -> {
            KernelSymbols symbols = kernel.symbols();
            return symbols == null ? List.of(UNKNOWN) : symbols.variants(function);
        });
    }

    @Test
    void versions() {
        assertTrue(assertExact(kernel -> Objects.requireNonNullElse(kernel.version(), UNKNOWN)) > 20);
    }

    @Test
    void severalQuestions() {
        int different = assertExact(kernel -> List.of(
                option(kernel, "CONFIG_HZ"),
                symbol(kernel, "bpf_loop"),
                Objects.requireNonNullElse(kernel.version(), UNKNOWN)));
        assertTrue(different > 20, () -> different + " answers");
    }

    @Test
    void whoDoesNotAskDoesNotTellVersionsApart() {
        BitSet unasked = FAMILY.ask(0).sameAnswers();
        long versions = unasked.stream()
                .mapToObj(MEMBERS::get)
                .map(Kernel::version)
                .distinct()
                .count();
        assertTrue(versions > 20, () -> versions + " versions");
    }

    @Test
    void whatIsInModulesIsAFactOfAllTogether() {
        KernelFamily.Witness witness = FAMILY.ask(0);
        BitSet before = witness.sameAnswers();
        assertTrue(witness.kernel().isInModulesElsewhere("nft_do_chain"));
        assertEquals(before, witness.sameAnswers());
    }
}
