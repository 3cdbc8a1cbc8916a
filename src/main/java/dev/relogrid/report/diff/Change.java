package dev.relogrid.report.diff;

import dev.relogrid.engine.verdict.Verdict;
import java.util.List;

/**
 * One change of what is said, with all kernels it is so on.
 *
 * @param kind whether it is for the better
 * @param program the program; empty for the whole object
 * @param from what was said
 * @param to what is said now
 * @param reasonBefore a clause, empty when all was well
 * @param reason a clause, empty when all is well
 * @param kernels ids, in their order
 */
public record Change(
        Kind kind, String program, Verdict from, Verdict to, String reasonBefore, String reason, List<String> kernels) {

    /** The first ones are told first. */
    public enum Kind {
        /** It counts as worse than before: a pass is a warning now, or a failure. */
        REGRESSED("regressed"),
        /** It counts as better. */
        FIXED("fixed"),
        /** It counts as before, and is said for another reason. */
        CHANGED_REASON("changed_reason");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** For programs. */
        public String code() {
            return code;
        }
    }
}
