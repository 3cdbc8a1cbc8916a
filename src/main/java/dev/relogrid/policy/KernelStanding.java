package dev.relogrid.policy;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.Report;
import java.util.List;

/**
 * What a policy makes of the answer on one kernel.
 *
 * @param kernel its id
 * @param role what the policy says of the kernel
 * @param verdict what the report says
 * @param effective what is left of that when alternatives and ignored causes are not counted
 * @param standing what it counts as
 * @param ignored indexes into {@link Report#causes} of causes that are there and are accepted
 * @param switchedOff programs and maps the loader has to switch off here, because their alternatives do better
 */
public record KernelStanding(
        String kernel,
        Role role,
        Verdict verdict,
        Verdict effective,
        Standing standing,
        List<Integer> ignored,
        List<String> switchedOff) {}
