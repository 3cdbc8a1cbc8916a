package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.feature.ProgramKind.Attach;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Level;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.Measured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What libbpf looks up among the kernel's types before it loads a program ({@code find_kernel_btf_id}): a function, the
 * typedef of a tracepoint, the function of a security hook or of an iterator. Without it libbpf loads nothing.
 *
 * <p>A target may name a module before a colon; like libbpf, any name that begins with what stands there is taken, be it
 * a module's or {@code vmlinux}, and nothing at all fits every name.
 */
final class BtfTarget extends Targeted {
    private final String module;
    private final boolean anyModule;
    private final String name;
    private final Attach attach;
    private final Sought sought;

    BtfTarget(Attach attach, String target) {
        int colon = target.indexOf(':');
        this.anyModule = colon < 0;
        this.module = anyModule ? "" : target.substring(0, colon);
        this.name = target.substring(colon + 1);
        this.attach = attach;
        this.sought = switch (attach) {
            case BTF_TRACEPOINT -> new Sought(BtfKind.TYPEDEF, "btf_trace_" + name);
            case LSM -> new Sought(BtfKind.FUNC, "bpf_lsm_" + name);
            case ITERATOR -> new Sought(BtfKind.FUNC, "bpf_iter_" + name);
            default -> new Sought(BtfKind.FUNC, name);
        };
    }

    /** A type in one of the kernel's BTFs. */
    record Found(Btf types, int id, boolean inModule) {}

    /** What libbpf finds; null for nothing. */
    @Nullable
    Found find(Kernel kernel) {
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux == null) {
            return null;
        }
        int base = sought.in(vmlinux);
        if (base != 0 && (anyModule || "vmlinux".startsWith(module))) {
            return new Found(vmlinux, base, false);
        }
        for (NamedBtf candidate : kernel.modules()) {
            if (anyModule || candidate.name().startsWith(module)) {
                // a module's types go on from vmlinux's, and are searched from the first of these
                int id = base != 0 ? base : sought.in(candidate.btf());
                if (id != 0) {
                    return new Found(candidate.btf(), id, base == 0);
                }
            }
        }
        return null;
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        if (kernel.vmlinux() == null) {
            return;
        }
        Found found = find(kernel);
        for (Need need : needs()) {
            if (found == null) {
                into.add(absent(need, kernel));
            } else if (attach == Attach.LSM) {
                addRefused(need, kernel, into);
            } else if (attach == Attach.BTF_FUNCTION && !found.inModule) {
                addWithoutAddress(need, kernel, into);
            }
        }
        Prototype prototype = found == null || attach == Attach.ITERATOR ? null : Prototype.of(found.types, found.id);
        if (prototype != null) {
            checkPrototype(prototype, kernel, into);
        }
    }

    private void checkPrototype(Prototype prototype, Kernel kernel, List<Obstacle> into) {
        if (attach != Attach.BTF_TRACEPOINT && prototype.hasStructs()) {
            Measured measured = Evidence.of(kernel);
            Evidence evidence = Evidence.of(measured, "fentry struct_arguments");
            String lack = evidence == Evidence.NONE
                    ? Since.STRUCT_PARAMETERS.lack(kernel)
                    : evidence == Evidence.REFUSED && measured != null
                            ? Evidence.sentence(measured, "it takes no programs for such functions")
                            : "";
            for (Need need : needs()) {
                if (lack != null && !lack.isEmpty()) {
                    into.add(new Obstacle(
                            CauseCode.ATTACH_SIGNATURE_CHANGED,
                            Level.ERROR,
                            Stage.LOAD,
                            need.place(),
                            need.wanted() + ", which takes a struct by value",
                            lack));
                }
            }
        }
        for (Signature signature : signatures()) {
            signature.check(prototype, kernel, into);
        }
    }

    /** Kernels keep programs from some hooks that their types have. */
    private void addRefused(Need need, Kernel kernel, List<Obstacle> into) {
        Measured measured = Evidence.of(kernel);
        if (measured != null && Evidence.of(measured, "lsm " + name) == Evidence.REFUSED) {
            into.add(new Need(need.code(), Stage.LOAD, need.place(), need.wanted())
                    .missing(Evidence.sentence(measured, "it takes no programs for that hook")));
        }
    }

    private Obstacle absent(Need need, Kernel kernel) {
        String function = switch (attach) {
            case BTF_TRACEPOINT -> "__traceiter_" + name;
            case LSM -> "bpf_lsm_" + name;
            case ITERATOR -> "bpf_iter_" + name;
            default -> name;
        };
        if (attach == Attach.BTF_FUNCTION) {
            Functions functions = Functions.of(kernel, name);
            if (functions != null && functions.count() == 0 && functions.hasVariants()) {
                return new Obstacle(
                        CauseCode.ATTACH_TARGET_INLINED,
                        Level.ERROR,
                        need.stage(),
                        need.place(),
                        need.wanted(),
                        functions.variantsOnly());
            }
            if (functions != null && functions.count() > 0) {
                return need.missing("its symbols have the function, and its types do not");
            }
        }
        if (attach != Attach.LSM && kernel.isInModulesElsewhere(function)) {
            return new Obstacle(
                    CauseCode.NO_MODULE_BTF,
                    Level.UNKNOWN,
                    need.stage(),
                    need.place(),
                    need.wanted(),
                    Functions.ELSEWHERE);
        }
        return need.missing(
                switch (attach) {
                    case BTF_TRACEPOINT -> "it has no such tracepoint";
                    case LSM -> "it has no such security hook";
                    case ITERATOR -> "it has no such iterator";
                    default -> "it has no such function";
                });
    }

    /**
     * The kernel needs the function's address, too, and finds it by its name among the symbols ({@code
     * bpf_check_attach_target}).
     */
    private void addWithoutAddress(Need need, Kernel kernel, List<Obstacle> into) {
        Functions functions = Functions.of(kernel, name);
        if (functions == null || functions.count() > 0) {
            return;
        }
        into.add(new Obstacle(
                functions.hasVariants() ? CauseCode.ATTACH_TARGET_INLINED : CauseCode.ATTACH_TARGET_MISSING,
                Level.ERROR,
                Stage.LOAD,
                need.place(),
                need.wanted(),
                functions.hasVariants()
                        ? functions.variantsOnly()
                        : "its types have the function, and its symbols do not"));
    }
}
