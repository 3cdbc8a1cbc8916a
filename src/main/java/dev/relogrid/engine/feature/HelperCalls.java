package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.Measured;
import dev.relogrid.engine.object.Program;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether programs may call the helpers that they call: types do not say it, for the kernel decides it in code ({@code
 * bpf_verifier_ops::get_func_proto}). Booted kernels say it; of others, {@link HelperRules} knows a little. A helper that
 * the kernel does not have at all is told elsewhere.
 */
final class HelperCalls extends NeedGroup {
    private final List<Called> called = new ArrayList<>();

    /** A helper that a program calls, in one place or several. */
    private record Called(
            int helper, String type, ProbeKind kind, boolean inCallback, HelperRules.Rule rule, List<Need> needs) {}

    /** What one program calls. */
    void add(Program program, ProgramKind kind, ProbeKind probed, List<Calls.Place> calls) {
        for (Calls.Place place : calls) {
            List<Calls.Call> places = place.calls();
            int helper = places.getFirst().helper();
            HelperRules.Rule rule = HelperRules.of(helper, kind);
            if (!probed.name().isEmpty() || rule != HelperRules.Rule.NONE) {
                List<Need> needs = new ArrayList<>(places.size());
                for (Calls.Call call : places) {
                    needs.add(need(helper, kind, new Place(program, call.function(), call.insn(), null)));
                }
                called.add(new Called(helper, kind.typeName(), probed, place.inCallback(), rule, needs));
            }
        }
    }

    private static Need need(int helper, ProgramKind kind, Place place) {
        return new Need(
                CauseCode.HELPER_NOT_ALLOWED,
                Stage.LOAD,
                place,
                HelperNames.name(helper) + " in a program of type " + kind.typeName());
    }

    @Override
    boolean isEmpty() {
        return called.isEmpty();
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        Measured measured = Evidence.of(kernel);
        for (Called one : called) {
            Evidence evidence = Evidence.ofHelper(measured, one.kind.name(), one.helper);
            if (evidence == Evidence.REFUSED
                    && one.inCallback
                    && Evidence.ofHelper(measured, one.kind.ofCallback().name(), one.helper) == Evidence.TAKEN) {
                continue;
            }
            if (evidence == Evidence.NONE) {
                one.rule.check(kernel, one.needs, into);
            } else if (evidence == Evidence.REFUSED && measured != null && isThere(kernel, one.helper)) {
                String has = Evidence.sentence(measured, "programs of type " + one.type + " may not call it");
                for (Need need : one.needs) {
                    into.add(need.missing(has));
                }
            }
        }
    }

    private static boolean isThere(Kernel kernel, int helper) {
        KernelEnum.@Nullable Of known = KernelEnum.HELPERS.of(kernel);
        return known == null || known.has(helper);
    }
}
