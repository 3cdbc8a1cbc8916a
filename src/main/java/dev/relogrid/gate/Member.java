package dev.relogrid.gate;

import dev.relogrid.policy.Policy;
import dev.relogrid.policy.PolicyVerdict;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of a suite.
 *
 * @param report what was found of it
 * @param verdict what the policy makes of that
 * @param delta what is different from before; null when it is compared with nothing
 */
public record Member(
        Report report, PolicyVerdict verdict, @Nullable Delta delta) {

    /** An object no policy is about: every kernel has to work. */
    public static Member of(Report report) {
        List<String> kernels = new ArrayList<>(report.kernels());
        kernels.addAll(report.otherByteOrder());
        kernels.addAll(report.unanswered());
        return new Member(report, Policy.NONE.apply(report, List.of(), kernels, LocalDate.EPOCH), null);
    }

    /** What the user calls it, which no other of the suite is called. */
    public String name() {
        return report.subject().name();
    }

    /**
     * Whether it fails on all of its own: compared with before, whether required kernels fail that did not. What is wrong
     * with the policy itself always counts.
     */
    public Outcome outcome() {
        boolean policyFails =
                !verdict.expired().isEmpty() || !verdict.problems().isEmpty();
        boolean kernelsFail =
                delta == null ? verdict.required().fail() > 0 : !delta.broke().isEmpty();
        if (policyFails || kernelsFail) {
            return Outcome.FAIL;
        }
        return verdict.required().total() == 0 || !report.unanswered().isEmpty() ? Outcome.NO_ANSWER : Outcome.PASS;
    }
}
