package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.report.Sighting;
import java.util.List;

/**
 * A program of an object on the kernels of a family, as one test.
 *
 * @param program empty for the object as a whole
 * @param kind what it is shown as
 * @param message one sentence; empty where it passes
 * @param causes of the member, those the message is about; may be none
 * @param kernels ids of the family's kernels where it is so
 * @param builds how many kernels the family has
 */
record JUnitCase(
        Member member,
        String program,
        Kind kind,
        String message,
        List<Sighting> causes,
        List<String> kernels,
        int builds) {

    /** What a program is shown as on a family; the worst of its kernels. */
    enum Kind {
        PASS(""),
        NO_BTF("no BTF: "),
        UNKNOWN("unknown: "),
        ACCEPTED(""),
        WATCHED("watched only: "),
        NOT_COMPARED("not compared, the kernel was not asked before: "),
        KNOWN("known: "),
        FAILURE("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }

        boolean isSkipped() {
            return this != PASS && this != FAILURE;
        }
    }
}
