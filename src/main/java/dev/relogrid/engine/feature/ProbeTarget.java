package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.List;

/** A function that is probed by its symbol ({@code attach_kprobe}); the kernel looks it up when it is attached. */
final class ProbeTarget extends Targeted {
    /** What refuses to choose between functions of one name (Linux b022f0c7e404, carried back far). */
    private static final List<String> REFUSING = List.of("count_symbols", "number_of_same_symbols");

    /** Offsets in {@code struct pt_regs} of rdi, rsi, rdx, rcx, r8, r9. */
    private static final List<Integer> X86_64 = List.of(112, 104, 96, 88, 72, 64);

    /** Offsets in {@code struct pt_regs} of x0 to x7; none of them is one of the above. */
    private static final List<Integer> ARM64 = List.of(0, 8, 16, 24, 32, 40, 48, 56);

    private final String function;
    private final boolean one;

    /** @param one whether it is one function that is wanted, not all of the name */
    ProbeTarget(String function, boolean one) {
        this.function = function;
        this.one = one;
    }

    /** The function's name at the start of a section's target, which may go on with an offset. */
    static String functionOf(String target) {
        int end = 0;
        while (end < target.length() && isPartOfName(target.charAt(end))) {
            end++;
        }
        return target.substring(0, end);
    }

    private static boolean isPartOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        KernelSymbols symbols = kernel.symbols();
        int count = symbols == null ? 0 : Functions.count(symbols, function);
        if (!signatures().isEmpty()) {
            checkSignatures(kernel, into);
        }
        if (count == 1 || count > 1 && !one) {
            return;
        }
        for (Need need : needs()) {
            if (count > 1 && symbols != null) {
                into.add(ambiguous(need, count, symbols));
            } else {
                addAbsent(need, kernel, into);
            }
        }
    }

    private void checkSignatures(Kernel kernel, List<Obstacle> into) {
        KernelSymbols symbols = kernel.symbols();
        Btf types = kernel.vmlinux();
        int id = types == null ? 0 : new Sought(BtfKind.FUNC, function).in(types);
        List<Integer> registers = symbols == null || id == 0 ? List.of() : registers(symbols);
        Prototype prototype = types == null || registers.isEmpty() ? null : Prototype.of(types, id);
        for (Signature signature : signatures()) {
            if (prototype != null) {
                signature.check(prototype, registers, into);
            }
        }
    }

    /** Where parameters are in the registers of the kernel's architecture; none where that is not known. */
    private static List<Integer> registers(KernelSymbols symbols) {
        if (Functions.count(symbols, "__x64_sys_bpf") > 0) {
            return X86_64;
        }
        return Functions.count(symbols, "__arm64_sys_bpf") > 0 ? ARM64 : List.of();
    }

    private static Obstacle ambiguous(Need need, int count, KernelSymbols symbols) {
        boolean refuses = false;
        for (String name : REFUSING) {
            refuses |= Functions.count(symbols, name) > 0;
        }
        return new Obstacle(
                CauseCode.ATTACH_TARGET_AMBIGUOUS,
                refuses ? Level.ERROR : Level.WARNING,
                need.stage(),
                need.place(),
                need.wanted(),
                "it has " + count + " functions of that name, and "
                        + (refuses ? "refuses to choose" : "takes the first"));
    }

    private void addAbsent(Need need, Kernel kernel, List<Obstacle> into) {
        if (new Sought(BtfKind.FUNC, function).anywhereIn(kernel) && !isOnlyInTypes(kernel)) {
            return;
        }
        Functions functions = Functions.of(kernel, function);
        if (functions != null && functions.hasVariants()) {
            into.add(new Obstacle(
                    CauseCode.ATTACH_TARGET_INLINED,
                    Level.ERROR,
                    need.stage(),
                    need.place(),
                    need.wanted(),
                    functions.variantsOnly()));
        } else if (kernel.isInModulesElsewhere(function)) {
            into.add(new Obstacle(
                    CauseCode.NO_MODULE_BTF,
                    Level.UNKNOWN,
                    need.stage(),
                    need.place(),
                    need.wanted(),
                    Functions.ELSEWHERE));
        } else if (functions == null) {
            into.add(need.undecided("its symbols are not known, and its types have no such function"));
        } else {
            into.add(need.missing("it has no such function"));
        }
    }

    /** Whether vmlinux's types have it and its symbols, which are known, do not. */
    private boolean isOnlyInTypes(Kernel kernel) {
        return kernel.symbols() != null
                && kernel.vmlinux() != null
                && new Sought(BtfKind.FUNC, function).in(kernel.vmlinux()) != 0;
    }
}
