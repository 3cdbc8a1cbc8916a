package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tracepoint that is looked up when the program is attached. Every one has a typedef {@code btf_trace_NAME} since Linux
 * 5.5 (e8c423fb31fa); those that tracefs lists ({@code tp/}) have a variable {@code event_NAME} besides, or for system
 * calls {@code event_enter__NAME}, where the kernel's symbols include data. Which category one is in is not looked at.
 */
final class TracepointTarget extends Targeted {
    /** In every kernel, so that its absence tells that symbols are without data, or types without tracepoints. */
    private static final String ANY_DATA = "init_task";

    private static final Sought ANY_TRACEPOINT = new Sought(BtfKind.TYPEDEF, "btf_trace_sched_switch");
    private static final String NO_SUCH = "it has no such tracepoint";

    private final String name;
    private final boolean raw;
    private final @Nullable String syscall;
    private final boolean exit;

    /** @param raw whether it is attached to beside tracefs, so that it need not be listed there */
    TracepointTarget(String category, String name, boolean raw) {
        this.name = name;
        this.raw = raw;
        this.exit = name.startsWith("sys_exit_");
        boolean ofSyscalls = category.equals("syscalls") && (exit || name.startsWith("sys_enter_"));
        this.syscall = ofSyscalls ? name.substring(exit ? 9 : 10) : null;
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        Btf types = kernel.vmlinux();
        if (types == null) {
            return;
        }
        for (Need need : needs()) {
            Obstacle obstacle = syscall != null ? checkSyscall(need, syscall, kernel) : checkEvent(need, kernel, types);
            if (obstacle != null) {
                into.add(obstacle);
            }
        }
    }

    private @Nullable Obstacle checkSyscall(Need need, String call, Kernel kernel) {
        KernelSymbols symbols = kernel.symbols();
        if (symbols == null) {
            return SyscallTarget.isInTypes(kernel, call)
                    ? null
                    : need.undecided("its symbols are not known, and its types have no such system call");
        }
        boolean there = listsData(symbols)
                ? !symbols.types((exit ? "event_exit__" : "event_enter__") + call)
                        .isEmpty()
                : SyscallTarget.isInSymbols(symbols, call);
        return there ? null : need.missing("it has no such system call");
    }

    private @Nullable Obstacle checkEvent(Need need, Kernel kernel, Btf types) {
        KernelSymbols symbols = raw ? null : kernel.symbols();
        Sought typedef = new Sought(BtfKind.TYPEDEF, "btf_trace_" + name);
        if (symbols != null && listsData(symbols)) {
            if (!symbols.types("event_" + name).isEmpty()) {
                return null;
            }
            if (typedef.in(types) != 0) {
                return need.missing("its tracepoint of that name is not one that tracefs lists");
            }
        }
        if (typedef.anywhereIn(kernel)) {
            return null;
        }
        if (kernel.isInModulesElsewhere("__traceiter_" + name)) {
            return new Obstacle(
                    CauseCode.NO_MODULE_BTF,
                    Level.UNKNOWN,
                    need.stage(),
                    need.place(),
                    need.wanted(),
                    Functions.ELSEWHERE);
        }
        return ANY_TRACEPOINT.in(types) == 0
                ? need.undecided("its types do not say: they have no tracepoints")
                : need.missing(NO_SUCH);
    }

    private static boolean listsData(KernelSymbols symbols) {
        return !symbols.types(ANY_DATA).isEmpty();
    }
}
