package dev.relogrid.engine.extern;

import static dev.relogrid.fixture.BtfBuilder.enumerator;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.extern.ExternResult.Status;
import dev.relogrid.fixture.BtfBuilder.Enumerator;
import dev.relogrid.fixture.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that libbpf answers itself. */
final class VirtualOptionTest {
    private static ExternResult ask(String name, boolean weak, OptionType type, MadeKernel kernel) {
        Declared object = new Declared();
        object.option(name, type.declare(object.types), weak);
        return ExternPass.run(object.build(), kernel).getFirst();
    }

    private static long number(ExternResult result) {
        assertEquals(Status.RESOLVED, result.status(), result.sentence());
        long value = 0;
        for (int i = 0; i < result.known().size(); i++) {
            value |= (long) result.known().at(i) << 8 * i;
        }
        return value;
    }

    @Rule(28)
    @ParameterizedTest
    @CsvSource({
        "6.12.38, 0x60c26",
        "5.10.256, 0x50aff",
        "4.19.0-27-amd64, 0x41300",
        "7.3.4~rc1, 0x70304",
        "6.1.255, 0x601ff"
    })
    void aVersionIsOneNumber(String version, String code) {
        MadeKernel kernel = new MadeKernel().version(version);
        assertEquals(Long.decode(code), number(ask("LINUX_KERNEL_VERSION", false, OptionType.S32, kernel)));
    }

    @Rule(28)
    @ParameterizedTest
    @ValueSource(strings = {"7.3~rc7", "7.3-cloud-amd64", "", "v6.1.2", "6..1", "6.1.", "0.0.0"})
    void aVersionOfOtherFormFailsEvenWeak(String version) {
        MadeKernel kernel = new MadeKernel().version(version);
        ExternResult result = ask("LINUX_KERNEL_VERSION", true, OptionType.S32, kernel);
        assertEquals(Status.ERROR, result.status());
        assertEquals(Step.VIRTUAL, result.stop());
        assertEquals(
                "kernel option LINUX_KERNEL_VERSION: its version does not begin with three numbers", result.sentence());
    }

    @Test
    void aVersionNobodyKnowsIsUnknown() {
        ExternResult result = ask("LINUX_KERNEL_VERSION", false, OptionType.S32, new MadeKernel().version(null));
        assertEquals(Status.UNKNOWN, result.status());
    }

    @Rule(28)
    @Test
    void theVersionMustFit() {
        ExternResult result = ask("LINUX_KERNEL_VERSION", false, OptionType.U16, new MadeKernel());
        assertEquals(Status.ERROR, result.status());
        assertEquals("it is 396326, which does not fit an unsigned integer of 2 bytes", result.has());
        assertEquals(
                Status.ERROR,
                ask("LINUX_KERNEL_VERSION", false, OptionType.TEXT, new MadeKernel())
                        .status());
    }

    private static MadeKernel withHelpers(String... helpers) {
        MadeKernel kernel = new MadeKernel().set("CONFIG_BPF_EVENTS", "y").set("CONFIG_KPROBE_EVENTS", "y");
        Enumerator[] values = new Enumerator[helpers.length];
        for (int i = 0; i < helpers.length; i++) {
            values[i] = enumerator(helpers[i], i);
        }
        kernel.types.enumeration("bpf_func_id", 4, false, values);
        return kernel;
    }

    @Rule(28)
    @Test
    void theCookieIsAHelper() {
        String cookie = "LINUX_HAS_BPF_COOKIE";
        MadeKernel with = withHelpers("BPF_FUNC_unspec", "BPF_FUNC_get_attach_cookie", "BPF_FUNC_last");
        assertEquals(1, number(ask(cookie, false, OptionType.BOOL, with)));
        assertEquals(1, number(ask(cookie, true, OptionType.S32, with)));
        assertEquals(0, number(ask(cookie, false, OptionType.BOOL, withHelpers("BPF_FUNC_unspec"))));
        MadeKernel noTracepoints = new MadeKernel();
        noTracepoints.types.enumeration("bpf_func_id", 4, false, enumerator("BPF_FUNC_get_attach_cookie", 174));
        assertEquals(0, number(ask(cookie, false, OptionType.BOOL, noTracepoints)));
        assertEquals(1, number(ask(cookie, false, OptionType.BOOL, noTracepoints.ofUnknownConfig())));
        assertEquals(
                Status.UNKNOWN,
                ask(cookie, true, OptionType.BOOL, new MadeKernel()).status());
        assertEquals(Status.ERROR, ask(cookie, true, OptionType.TRISTATE, with).status());
    }

    @Rule(28)
    @ParameterizedTest
    @CsvSource({
        "__x64_sys_bpf, 1",
        "__arm64_sys_bpf, 1",
        "__s390x_sys_bpf, 1",
        "__riscv_sys_bpf, 1",
        "__ia32_sys_bpf, 1",
        "sys_bpf, 0",
        "__se_sys_bpf, 0",
        "__powerpc_sys_bpf, 0"
    })
    void theWrapperIsASymbol(String symbol, long value) {
        MadeKernel kernel = withHelpers().symbol(symbol, "T");
        assertEquals(value, number(ask("LINUX_HAS_SYSCALL_WRAPPER", false, OptionType.BOOL, kernel)));
    }

    @Rule(28)
    @Test
    void theWrapperIsAFunctionWhereSymbolsAreNotKnown() {
        MadeKernel kernel = withHelpers().ofUnknownSymbols();
        assertEquals(Status.UNKNOWN, wrapper(kernel).status());
        kernel.types.function("__x64_sys_bpf", kernel.types.prototype(0), 0);
        assertEquals(1, number(wrapper(kernel)));
        MadeKernel noKprobes = new MadeKernel().symbol("__x64_sys_bpf", "T");
        assertEquals(0, number(wrapper(noKprobes)));
    }

    private static ExternResult wrapper(MadeKernel kernel) {
        return ask("LINUX_HAS_SYSCALL_WRAPPER", true, OptionType.BOOL, kernel);
    }

    @Rule(28)
    @Test
    void othersAreZeroIfWeakAndLinuxs() {
        assertEquals(0, number(ask("LINUX_OF_TOMORROW", true, OptionType.U64, new MadeKernel())));
        assertEquals("libbpf knows no option of that name", error("LINUX_OF_TOMORROW", false));
        assertEquals("libbpf knows no option of that name", error("HZ", true));
        assertEquals("it is 0, which does not fit an array of 8 chars", textOf("LINUX_OF_TOMORROW"));
    }

    private static @Nullable String error(String name, boolean weak) {
        ExternResult result = ask(name, weak, OptionType.S32, new MadeKernel());
        return result.status() == Status.ERROR ? result.has() : null;
    }

    private static String textOf(String name) {
        return ask(name, true, OptionType.TEXT, new MadeKernel()).has();
    }
}
