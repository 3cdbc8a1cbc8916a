package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.List;

/**
 * A system call that is probed ({@code bpf_program__attach_ksyscall}): its function begins with what the architecture
 * puts there, or on kernels without such wrappers with {@code __se_sys_}.
 */
final class SyscallTarget extends Targeted {
    /** {@code arch_specific_syscall_pfx}. */
    private static final String[] WRAPPERS = {
        "__x64_sys_",
        "__arm64_sys_",
        "__s390x_sys_",
        "__riscv_sys_",
        "__powerpc_sys_",
        "__ia32_sys_",
        "__arm_sys_",
        "__mips_sys_"
    };

    private static final String PLAIN = "__se_sys_";

    private final String call;

    SyscallTarget(String call) {
        this.call = call;
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        KernelSymbols symbols = kernel.symbols();
        if (symbols == null) {
            addByTypes(kernel, into);
            return;
        }
        String prefix = PLAIN;
        for (int i = WRAPPERS.length - 1; i >= 0; i--) {
            prefix = Functions.count(symbols, WRAPPERS[i] + "bpf") > 0 ? WRAPPERS[i] : prefix;
        }
        if (Functions.count(symbols, prefix + call) == 0) {
            for (Need need : needs()) {
                into.add(need.missing("it has no function " + prefix + call));
            }
        }
    }

    private void addByTypes(Kernel kernel, List<Obstacle> into) {
        if (!isInTypes(kernel, call)) {
            for (Need need : needs()) {
                into.add(need.undecided("its symbols are not known, and its types have no such function"));
            }
        }
    }

    /** Whether the types of vmlinux have the function of a system call. */
    static boolean isInTypes(Kernel kernel, String call) {
        Btf types = kernel.vmlinux();
        boolean found = types != null && new Sought(BtfKind.FUNC, PLAIN + call).in(types) != 0;
        for (int i = 0; types != null && !found && i < WRAPPERS.length; i++) {
            found = new Sought(BtfKind.FUNC, WRAPPERS[i] + call).in(types) != 0;
        }
        return found;
    }

    /** Whether the symbols have the function of a system call. */
    static boolean isInSymbols(KernelSymbols symbols, String call) {
        boolean found = Functions.count(symbols, "sys_" + call) + Functions.count(symbols, PLAIN + call) > 0;
        for (int i = 0; !found && i < WRAPPERS.length; i++) {
            found = Functions.count(symbols, WRAPPERS[i] + call) > 0;
        }
        return found;
    }
}
