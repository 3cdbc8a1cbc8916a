package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.Measured;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of kernel functions on kernels that have the function and no such calls, for libbpf finds it among the types all
 * the same; or that keep it for programs of other types, which only booted kernels say. Where the function is missing,
 * that is reason enough, and told elsewhere.
 */
final class KernelCalls extends NeedGroup {
    private static final String FACT = "insn kernel_call";

    /** In whatever program, in the object's order. */
    private final List<Calls.Call> calls = new ArrayList<>();

    private final List<Called> called = new ArrayList<>();

    /** A function that a program calls, in one place or several. */
    private record Called(
            Sought function, String name, String type, ProbeKind kind, boolean inCallback, List<Need> needs) {}

    void add(Calls.Call call) {
        calls.add(call);
    }

    /** What one program calls. */
    void add(Program program, ProgramKind kind, ProbeKind probed, List<Calls.Place> calls) {
        if (probed.functions().isEmpty()) {
            return;
        }
        for (Calls.Place place : calls) {
            List<Calls.Call> places = place.calls();
            String name = places.getFirst().name();
            List<Need> needs = new ArrayList<>(places.size());
            for (Calls.Call call : places) {
                needs.add(new Need(
                        CauseCode.KFUNC_NOT_ALLOWED,
                        Stage.LOAD,
                        new Place(program, call.function(), call.insn(), null),
                        "kernel function " + name + " in a program of type " + kind.typeName()));
            }
            called.add(new Called(
                    new Sought(BtfKind.FUNC, name), name, kind.typeName(), probed, place.inCallback(), needs));
        }
    }

    @Override
    boolean isEmpty() {
        return calls.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        Measured measured = Evidence.of(kernel);
        Evidence any = Evidence.of(measured, FACT);
        String lack = any == Evidence.NONE
                ? Since.KERNEL_CALLS.lack(kernel)
                : any == Evidence.REFUSED && measured != null
                        ? Evidence.sentence(measured, "its verifier takes no such calls")
                        : "";
        if (lack != null && !lack.isEmpty()) {
            for (Calls.Call call : calls) {
                if (new Sought(BtfKind.FUNC, call.name()).anywhereIn(kernel)) {
                    into.add(new Need(
                                    CauseCode.INSN_UNSUPPORTED,
                                    Stage.LOAD,
                                    Place.at(call.function(), call.insn()),
                                    "a call of a kernel function")
                            .missing(lack));
                }
            }
        } else if (measured != null) {
            checkAllowed(kernel, measured, into);
        }
    }

    /** Functions of modules were not asked for: only of those in vmlinux is absence from a table a refusal. */
    private void checkAllowed(Kernel kernel, Measured measured, List<Obstacle> into) {
        Btf vmlinux = kernel.vmlinux();
        for (Called one : called) {
            if (Evidence.ofFunction(measured, one.kind, one.name) == Evidence.REFUSED
                    && !(one.inCallback
                            && Evidence.ofFunction(measured, one.kind.ofCallback(), one.name) == Evidence.TAKEN)
                    && vmlinux != null
                    && one.function.in(vmlinux) != 0) {
                String has = Evidence.sentence(measured, "programs of type " + one.type + " may not call it");
                for (Need need : one.needs) {
                    into.add(need.missing(has));
                }
            }
        }
    }
}
