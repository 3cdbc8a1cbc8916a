package dev.relogrid.engine.feature;

import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Helpers that exist and that some types of programs may not call, as far as that is certain without asking a booted
 * kernel.
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

    private HelperRules() {}

    /** What is known of a helper in programs of a type. */
    enum Rule {
        /** Nothing. */
        NONE(null),
        /** No kernel allows it. */
        NEVER(null),
        SOCKET_COOKIE_SINCE(Since.TRACING_SOCKET_COOKIE),
        TASK_SINCE(Since.CGROUPS_TASK_UNDER_CGROUP),
        ATTACH_COOKIE_SINCE(Since.TRACING_COOKIE);

        private final @Nullable Since since;

        Rule(@Nullable Since since) {
            this.since = since;
        }

        void check(Kernel kernel, List<Need> needs, List<Obstacle> into) {
            if (since != null) {
                Dated.check(since, kernel, needs, into);
            } else if (this == NEVER) {
                for (Need need : needs) {
                    into.add(need.missing("kernels never allow it there"));
                }
            }
        }
    }

    static Rule of(int helper, ProgramKind kind) {
        return switch (helper) {
            case TASK_UNDER_CGROUP -> TASKS_OF_CGROUPS.contains(kind.typeName()) ? Rule.TASK_SINCE : Rule.NONE;
            case SOCKET_COOKIE -> ofSocketCookie(kind);
            case ATTACH_COOKIE ->
                kind.attach() == ProgramKind.Attach.BTF_FUNCTION ? Rule.ATTACH_COOKIE_SINCE : Rule.NONE;
            default -> Rule.NONE;
        };
    }

    private static Rule ofSocketCookie(ProgramKind kind) {
        String type = kind.typeName();
        if (PROBES.contains(type)) {
            return Rule.NEVER;
        }
        boolean tracing = type.equals("tracing") && kind.attach() != ProgramKind.Attach.ITERATOR;
        return tracing ? Rule.SOCKET_COOKIE_SINCE : Rule.NONE;
    }
}
