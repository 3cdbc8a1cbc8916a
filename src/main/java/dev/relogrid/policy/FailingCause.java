package dev.relogrid.policy;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why required kernels fail.
 *
 * @param cause index into {@link Report#causes}; -1 where the verdict comes from none
 * @param code the cause's code; null where there is no cause
 * @param what what the object wants, or the reason of the verdict
 * @param kernels ids of required kernels that fail and have it, in the archive's order
 */
public record FailingCause(int cause, @Nullable CauseCode code, String what, List<String> kernels) {

    /** One clause with its kernels summed up. */
    public String clause() {
        return (code == null ? "" : code + ", ") + what + ": " + KernelSummary.of(kernels);
    }
}
