package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.Compatibility;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.object.Extern;

/**
 * Symbols, variables and functions of the kernel ({@code kallsyms_cb}, {@code bpf_object__resolve_ksym_var_btf_id},
 * {@code bpf_object__resolve_ksym_func_btf_id}).
 *
 * <p>Of symbols only the names are known. Several of one name are taken to have several addresses, which libbpf calls
 * ambiguous. What link-time optimization renames, {@code jiffies.llvm.123}, is not found, though libbpf would find data.
 * Nor are symbols of modules.
 */
final class KernelSymbol {
    private static final String AMBIGUOUS = "several symbols have that name";

    private final Btf local;
    /** libbpf reads the list of symbols for untyped ones, and then compares typed ones with it, too. */
    private final boolean readsSymbols;

    KernelSymbol(Btf local, boolean readsSymbols) {
        this.local = local;
        this.readsSymbols = readsSymbols;
    }

    static ExternResult untyped(Answer answer, Kernel kernel) {
        KernelSymbols symbols = kernel.symbols();
        if (symbols == null) {
            return answer.unknown(CauseCode.KSYM_MISSING, "its symbols are not known");
        }
        int count = symbols.types(answer.extern().name()).length();
        if (count == 1) {
            return answer.resolved(Known.PRESENT);
        }
        if (count > 1) {
            return answer.error(Step.KALLSYMS, CauseCode.KSYM_TYPE, AMBIGUOUS);
        }
        String has = "no symbol of that name";
        return answer.extern().weak()
                ? answer.zero(Known.ABSENT, has)
                : answer.absent(Step.STRONG, CauseCode.KSYM_MISSING, has);
    }

    ExternResult variable(Answer answer, Kernel kernel, Btf vmlinux) {
        Extern extern = answer.extern();
        KernelSymbols symbols = readsSymbols ? kernel.symbols() : null;
        int count = symbols == null ? 0 : symbols.types(extern.name()).length();
        if (count > 1) {
            return answer.error(Step.KALLSYMS, CauseCode.KSYM_TYPE, AMBIGUOUS);
        }
        int name = local.nameOffset(extern.typeId());
        Lookup found = Lookup.in(kernel, vmlinux, BtfKind.VAR, local, name, extern.name());
        if (found == null) {
            String has = "no variable of that name in its types";
            if (!extern.weak()) {
                return answer.absent(Step.TYPES, CauseCode.KSYM_MISSING, has);
            }
            // libbpf counts the symbol's address as an answer, then refers to type 0
            return count == 0
                    ? answer.zero(Known.ABSENT, has)
                    : answer.refusedLater(CauseCode.KSYM_MISSING, "a symbol of that name, and " + has);
        }
        int wanted = local.skipModifiersAndTypedefs(local.type(extern.typeId()));
        int type = found.btf().skipModifiersAndTypedefs(found.btf().type(found.id()));
        if (Compatibility.types(local, wanted, found.btf(), type) > 0) {
            return answer.resolved(Known.PRESENT);
        }
        String has = new Difference(local, found.btf()).variables(extern.typeId(), found.id());
        return answer.error(Step.TYPES, CauseCode.KSYM_TYPE, has);
    }

    ExternResult function(Answer answer, Kernel kernel, Btf vmlinux) {
        Extern extern = answer.extern();
        String essential = EssentialName.of(extern.name());
        int name = local.nameOffset(extern.typeId());
        Lookup found = Lookup.in(kernel, vmlinux, BtfKind.FUNC, local, name, essential);
        if (found == null) {
            return absentFunction(answer, kernel, essential);
        }
        int wanted = local.skipModifiersAndTypedefs(local.type(extern.typeId()));
        int prototype = found.btf().type(found.id());
        if (Compatibility.types(local, wanted, found.btf(), prototype) > 0) {
            return answer.resolved(Known.PRESENT);
        }
        String has = new Difference(local, found.btf()).prototypes(wanted, prototype);
        return extern.weak()
                ? answer.zero(CauseCode.KFUNC_SIGNATURE, has)
                : answer.error(Step.TYPES, CauseCode.KFUNC_SIGNATURE, has);
    }

    private static ExternResult absentFunction(Answer answer, Kernel kernel, String name) {
        if (kernel.isInModulesElsewhere(name)) {
            return answer.unknown(
                    CauseCode.NO_MODULE_BTF, "no function of that name in what is known of it; a module may have it");
        }
        String has = "no function of that name";
        return answer.extern().weak()
                ? answer.zero(Known.ABSENT, has)
                : answer.absent(Step.TYPES, CauseCode.KFUNC_MISSING, has);
    }
}
