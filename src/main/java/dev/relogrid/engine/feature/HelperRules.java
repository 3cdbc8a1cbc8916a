package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Helpers that exist and that some types of programs may not call, as far as that is certain: types do not say it, and
 * the kernel decides it in code ({@code bpf_verifier_ops::get_func_proto}).
 */
final class HelperRules {
    private static final int TASK_UNDER_CGROUP = 37;
    private static final int SOCKET_COOKIE = 46;
    private static final int ATTACH_COOKIE = 174;
    private static final Set<String> PROBES =
            Set.of("kprobe", "tracepoint", "perf_event", "raw_tracepoint", "raw_tracepoint_writable");

    /** Those that run for a task that is known ({@code cgroup_current_func_proto}). */
    private static final Set<String> TASKS_OF_CGROUPS =
            Set.of("cgroup_sock", "cgroup_device", "cgroup_sock_addr", "cgroup_sysctl", "cgroup_sockopt");

    private final BpfObject object;
    private final List<Obstacle> certain;
    private final Map<Since, Dated> dated;

    /**
     * @param certain gets what no kernel allows
     * @param dated gets what kernels allow since some version
     */
    HelperRules(BpfObject object, List<Obstacle> certain, Map<Since, Dated> dated) {
        this.object = object;
        this.certain = certain;
        this.dated = dated;
    }

    void addTo(Needs needs) {
        if (!applies()) {
            return;
        }
        for (Program program : Needs.entries(object)) {
            for (Program function : object.codeOf(program)) {
                for (int i = 0; i < function.insnCount(); i++) {
                    Insn insn = function.insn(i);
                    if (isRuled(insn)) {
                        add(insn.imm(), needs.kindOf(program), new Place(program, function, i, null));
                    }
                    i += insn.isLdimm64() ? 1 : 0;
                }
            }
        }
    }

    /** Whether any of these helpers is called at all, which is rare. */
    private boolean applies() {
        for (Program function : object.programs()) {
            for (int i = 0; i < function.insnCount(); i++) {
                Insn insn = function.insn(i);
                if (isRuled(insn)) {
                    return true;
                }
                i += insn.isLdimm64() ? 1 : 0;
            }
        }
        return false;
    }

    private static boolean isRuled(Insn insn) {
        return insn.code() == Insn.CALL
                && insn.src() == 0
                && (insn.imm() == TASK_UNDER_CGROUP || insn.imm() == SOCKET_COOKIE || insn.imm() == ATTACH_COOKIE);
    }

    private void add(int helper, ProgramKind kind, Place place) {
        String type = kind.typeName();
        Need need = new Need(
                CauseCode.HELPER_NOT_ALLOWED,
                Stage.LOAD,
                place,
                HelperNames.name(helper) + " in a program of type " + type);
        boolean tracing = type.equals("tracing") && kind.attach() != ProgramKind.Attach.ITERATOR;
        if (helper == SOCKET_COOKIE && PROBES.contains(type)) {
            certain.add(need.missing("kernels never allow it there"));
        } else if (helper == SOCKET_COOKIE && tracing) {
            dated.computeIfAbsent(Since.TRACING_SOCKET_COOKIE, Dated::new).add(need);
        } else if (helper == TASK_UNDER_CGROUP && TASKS_OF_CGROUPS.contains(type)) {
            dated.computeIfAbsent(Since.CGROUPS_TASK_UNDER_CGROUP, Dated::new).add(need);
        } else if (helper == ATTACH_COOKIE && kind.attach() == ProgramKind.Attach.BTF_FUNCTION) {
            dated.computeIfAbsent(Since.TRACING_COOKIE, Dated::new).add(need);
        }
    }
}
