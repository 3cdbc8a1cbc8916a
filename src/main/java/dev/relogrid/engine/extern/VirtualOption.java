package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;

/**
 * Options that are in no configuration, and that libbpf answers itself: {@code LINUX_KERNEL_VERSION}, and two it tries out
 * on the running kernel ({@code probe_kern_bpf_cookie}, {@code probe_kern_syscall_wrapper}). Of others it knows only that
 * a weak {@code LINUX_…} is zero.
 */
final class VirtualOption {
    private static final String PREFIX = "LINUX_";

    /** The probe's program is a tracepoint's, which calls the helper. */
    private static final GivenName HELPERS = new GivenName("bpf_func_id");

    private static final GivenName COOKIE = new GivenName("BPF_FUNC_get_attach_cookie");
    private static final String NEEDED_FOR_TRACEPOINTS = "CONFIG_BPF_EVENTS";

    /**
     * The probe is a kprobe on the first of these that libbpf's own architecture has ({@code arch_specific_syscall_pfx});
     * a kernel has them of one architecture, and of its 32-bit one beside. Other architectures' prefixes, such as
     * powerpc's, are on no function of any kernel.
     */
    private static final GivenName[] WRAPPERS = {
        new GivenName("__x64_sys_bpf"),
        new GivenName("__arm64_sys_bpf"),
        new GivenName("__s390x_sys_bpf"),
        new GivenName("__riscv_sys_bpf"),
        new GivenName("__ia32_sys_bpf")
    };

    private static final String NEEDED_FOR_KPROBES = "CONFIG_KPROBE_EVENTS";

    private VirtualOption() {}

    static ExternResult ask(Answer answer, Option option, Kernel kernel, Btf vmlinux) {
        return switch (answer.extern().name()) {
            case "LINUX_KERNEL_VERSION" -> version(answer, option, kernel);
            case "LINUX_HAS_BPF_COOKIE" -> cookie(answer, option, kernel, vmlinux);
            case "LINUX_HAS_SYSCALL_WRAPPER" -> wrapper(answer, option, kernel, vmlinux);
            default ->
                answer.extern().name().startsWith(PREFIX) && answer.extern().weak()
                        ? value(answer, option, 0)
                        : answer.error(Step.VIRTUAL, CauseCode.KCONFIG_MISSING, "libbpf knows no option of that name");
        };
    }

    private static ExternResult version(Answer answer, Option option, Kernel kernel) {
        String version = kernel.version();
        if (version == null) {
            return answer.unknown(CauseCode.KCONFIG_UNKNOWN, "its version is not known");
        }
        long code = Release.code(version);
        return code == 0
                ? answer.error(Step.VIRTUAL, CauseCode.KCONFIG_MISSING, "its version does not begin with three numbers")
                : value(answer, option, code);
    }

    private static ExternResult cookie(Answer answer, Option option, Kernel kernel, Btf vmlinux) {
        int helpers = HELPERS.firstIn(vmlinux, BtfKind.ENUM);
        if (helpers == 0) {
            return answer.unknown(CauseCode.KCONFIG_UNKNOWN, "its types do not tell which helpers it has");
        }
        boolean has = COOKIE.isEnumeratorOf(vmlinux, helpers) && !isLeftOut(kernel, NEEDED_FOR_TRACEPOINTS);
        return value(answer, option, has ? 1 : 0);
    }

    private static ExternResult wrapper(Answer answer, Option option, Kernel kernel, Btf vmlinux) {
        if (isLeftOut(kernel, NEEDED_FOR_KPROBES)) {
            return value(answer, option, 0);
        }
        KernelSymbols symbols = kernel.symbols();
        for (GivenName wrapper : WRAPPERS) {
            boolean has = symbols == null
                    ? wrapper.firstIn(vmlinux, BtfKind.FUNC) != 0
                    : !symbols.types(wrapper.text()).isEmpty();
            if (has) {
                return value(answer, option, 1);
            }
        }
        return symbols == null
                ? answer.unknown(CauseCode.KCONFIG_UNKNOWN, "its symbols are not known")
                : value(answer, option, 0);
    }

    private static boolean isLeftOut(Kernel kernel, String option) {
        Kconfig config = kernel.config();
        return config != null && config.value(option) == null;
    }

    private static ExternResult value(Answer answer, Option option, long value) {
        Known known = option.number(value);
        return known == null
                ? answer.error(
                        Step.VIRTUAL,
                        CauseCode.KCONFIG_TYPE,
                        "it is " + value + ", which does not fit " + option.words())
                : answer.resolved(known);
    }
}
