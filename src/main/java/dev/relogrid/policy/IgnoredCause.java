package dev.relogrid.policy;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.report.Report;
import java.util.List;

/**
 * A cause that is there and is accepted.
 *
 * @param cause index into {@link Report#causes}
 * @param code the cause's code
 * @param what what the object wants
 * @param by the entry that accepts it
 * @param kernels ids of all kernels where that is so, in the archive's order
 */
public record IgnoredCause(int cause, CauseCode code, String what, Ignore by, List<String> kernels) {

    /** One clause: the cause, until when it is accepted, and why. */
    public String clause() {
        return code + ", " + what + " (until " + by.until() + ": " + by.reason() + ")";
    }
}
